import type { Live } from './live';
import type { ProposalRow } from './ProposalRow';

/**
 * What the cluster says about a merged retirement: applied when the object is
 * being removed, reconciled when it is gone, in sync when nothing of it runs
 * any more. Pure; a cluster that cannot be asked says nothing.
 *
 * @param now - the time to note, ISO 8601
 */
export function retirementOf(
  row: ProposalRow,
  { known, object, remnants }: Live,
  now: string,
): Partial<ProposalRow> {
  if (row.state !== 'merged' || !known || (object && !object.deleting)) {
    return {};
  }
  const patch: Partial<ProposalRow> = {};
  if (row.appliedAt === null) {
    patch.appliedAt = now;
  }
  if (object) {
    return patch;
  }
  if (row.reconciledAt === null) {
    patch.reconciledAt = now;
  }
  if (row.inSyncAt === null && remnants === 0) {
    patch.inSyncAt = now;
  }
  return patch;
}
