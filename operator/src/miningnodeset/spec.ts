import { KubeObject } from '@monero-portal/kube-client';
import {
  ANNOTATIONS,
  MoneroMiningNodeSet,
  parseMiningNodeSet as parse,
  ResolvedMiningSpec,
  withMiningDefaults,
  writtenSpec,
} from '@monero-portal/monero-api';
import { contractOf, ObjectFacts, objectFacts } from '../machinery/objectFacts';

/** A mining set that has been understood. */
export interface MiningNodeSet
  extends ObjectFacts<MoneroMiningNodeSet['status']> {
  /** Nothing left open. */
  spec: ResolvedMiningSpec;
  /** What its author wrote: the specification without defaults. */
  written: Readonly<Record<string, unknown>>;
  /** Text of the annotation that asks for pods as this operator makes them. */
  adopt?: string;
}

/**
 * The only place that meets untyped input.
 * @throws ManifestError with every violation, as for objects that an older
 *   definition let in
 */
export function parseMiningNodeSet(raw: KubeObject): MiningNodeSet {
  const spec = withMiningDefaults(parse(contractOf(raw)));
  return {
    ...objectFacts(raw, spec),
    spec,
    written: writtenSpec('MoneroMiningNodeSet', raw.spec),
    adopt: raw.metadata.annotations?.[ANNOTATIONS.adoptDefaults],
  };
}
