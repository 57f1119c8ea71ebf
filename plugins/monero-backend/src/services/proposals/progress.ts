import type { ObservedObject } from '../clusters';
import type { ProposalRow } from './ProposalRow';

/**
 * What the live object says about a merged proposal: the steps that are newly
 * done. Pure; steps that were done stay done.
 *
 * @param live - the object as it is in the cluster, when it is there
 * @param now - the time to note, ISO 8601
 */
export function progressOf(
  row: ProposalRow,
  live: ObservedObject | undefined,
  now: string,
): Partial<ProposalRow> {
  if (row.state !== 'merged' || live?.proposalId !== row.id) {
    return {};
  }
  const generation = row.appliedGeneration ?? live.generation;
  const patch: Partial<ProposalRow> = {};
  if (row.appliedAt === null) {
    patch.appliedAt = now;
    patch.appliedGeneration = generation;
  }
  const reconciled =
    row.reconciledAt !== null ||
    ((live.observedGeneration ?? -1) >= generation && !stalledOf(live));
  if (!reconciled) {
    return patch;
  }
  if (row.reconciledAt === null) {
    patch.reconciledAt = now;
  }
  if (row.inSyncAt === null && isReady(live, generation)) {
    patch.inSyncAt = now;
  }
  return patch;
}

/** The condition that says the operator cannot go on. */
export function stalledOf(live: Pick<ObservedObject, 'conditions'>) {
  return live.conditions.find(
    ({ type, status }) => type === 'Stalled' && status === 'True',
  );
}

function isReady(live: ObservedObject, generation: number): boolean {
  return live.conditions.some(
    ({ type, status, observedGeneration }) =>
      type === 'Ready' &&
      status === 'True' &&
      (observedGeneration ?? live.observedGeneration ?? -1) >= generation,
  );
}
