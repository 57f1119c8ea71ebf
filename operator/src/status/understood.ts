import { KubeObject } from '@monero-portal/kube-client';
import { ManifestError } from '@monero-portal/monero-api';
import { Clock } from '../machinery/clock';
import { stamp } from './conditions';
import { Status, StatusReporter } from './StatusReporter';
import { verdictsOfInvalid } from './verdicts';

/** What telling of an object that is not understood takes. */
export interface UnderstoodDeps {
  reporter: Pick<StatusReporter, 'report'>;
  clock: Pick<Clock, 'now'>;
}

/**
 * An object as a pass works on it. Undefined when there is nothing to do: it is
 * gone or going, and its children are Kubernetes' to collect; or its author has
 * to mend it first, as its status then says.
 *
 * @param parse - throws ManifestError when it does not understand
 */
export async function understood<T>(
  raw: KubeObject | undefined,
  parse: (raw: KubeObject) => T,
  { reporter, clock }: UnderstoodDeps,
  signal: AbortSignal,
): Promise<T | undefined> {
  if (!raw || raw.metadata.deletionTimestamp) return undefined;
  try {
    return parse(raw);
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    const status = statusOfInvalid(raw, error.message, clock.now());
    await reporter.report(raw, status, signal);
    return undefined;
  }
}

/** What was known stays, because the pods run on. */
function statusOfInvalid(
  { metadata: { generation = 0 }, status }: KubeObject,
  message: string,
  nowMs: number,
): Status {
  const before = status as Status | undefined;
  return {
    ...before,
    observedGeneration: generation,
    conditions: stamp(
      verdictsOfInvalid(message),
      before?.conditions,
      generation,
      nowMs,
    ),
  };
}
