import { MiningNodeSet } from './spec';

/** Fields that change no pod. */
const BESIDE_PODS: ReadonlySet<string> = new Set(['replicas', 'paused']);

/** All that decides about the pods of a set, as its author wrote it. */
export function templateInputs({ written, adopt }: MiningNodeSet): unknown {
  return {
    written: Object.fromEntries(
      Object.entries(written).filter(([field]) => !BESIDE_PODS.has(field)),
    ),
    adopt,
  };
}
