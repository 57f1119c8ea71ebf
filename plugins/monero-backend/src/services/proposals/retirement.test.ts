import { ago, liveWith, mergedRow, rowWith } from '../../testing/rows';
import type { Live } from './live';
import type { ProposalRow } from './ProposalRow';
import { retirementOf } from './retirement';

const now = ago(0);
const retired = { operation: 'retire' } as const;
const deleting = { ...liveWith(), deleting: true };

const rows: Record<string, [ProposalRow, Live, Partial<ProposalRow>]> = {
  'nothing, before it is merged': [
    rowWith(retired),
    { known: true, remnants: 0 },
    {},
  ],
  'nothing, while the object is there': [
    mergedRow(retired),
    { known: true, object: liveWith(), remnants: 3 },
    {},
  ],
  'nothing, while the cluster cannot be asked': [
    mergedRow(retired),
    { known: false, remnants: 0 },
    {},
  ],
  'applied, when the object is being removed': [
    mergedRow(retired),
    { known: true, object: deleting, remnants: 3 },
    { appliedAt: now },
  ],
  'reconciled, when the object is gone and its pods are not': [
    mergedRow({ ...retired, appliedAt: ago(5) }),
    { known: true, remnants: 1 },
    { reconciledAt: now },
  ],
  'in sync, when nothing is left': [
    mergedRow({ ...retired, appliedAt: ago(5), reconciledAt: ago(3) }),
    { known: true, remnants: 0 },
    { inSyncAt: now },
  ],
  'all of it at once, for an object that never was there': [
    mergedRow(retired),
    { known: true, remnants: 0 },
    { appliedAt: now, reconciledAt: now, inSyncAt: now },
  ],
};

describe('a retirement', () => {
  it.each(Object.entries(rows))('notes %s', (_, [row, live, patch]) => {
    expect(retirementOf(row, live, now)).toEqual(patch);
  });
});
