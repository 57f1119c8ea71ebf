import { ago, liveWith, mergedRow, rowWith } from '../../testing/rows';
import type { ObservedObject } from '../clusters';
import { progressOf } from './progress';
import type { ProposalRow } from './ProposalRow';

const now = ago(0);
const ready = (observedGeneration?: number) => ({
  type: 'Ready',
  status: 'True',
  observedGeneration,
});
const applied = { appliedAt: ago(30), appliedGeneration: 3 };
const reconciled = { ...applied, reconciledAt: ago(20) };

const rows: Record<
  string,
  [ProposalRow, ObservedObject | undefined, Partial<ProposalRow>]
> = {
  'nothing, before it is merged': [rowWith(), liveWith(), {}],
  'nothing, while the object is not there': [mergedRow(), undefined, {}],
  "nothing, while the object is another proposal's": [
    mergedRow(),
    liveWith({ annotations: { 'utxo.com.br/proposal': '6' } }),
    {},
  ],
  'nothing, when the annotation is no number': [
    mergedRow(),
    liveWith({ annotations: { 'utxo.com.br/proposal': '7; drop table' } }),
    {},
  ],
  'applied, with the revision that it made': [
    mergedRow(),
    liveWith({ status: { observedGeneration: 2 } }),
    { appliedAt: now, appliedGeneration: 3 },
  ],
  'reconciled, when the operator has seen that revision': [
    mergedRow(applied),
    liveWith({ status: { observedGeneration: 3 } }),
    { reconciledAt: now },
  ],
  'not reconciled, while the operator cannot go on': [
    mergedRow(applied),
    liveWith({
      status: {
        observedGeneration: 3,
        conditions: [{ type: 'Stalled', status: 'True' }],
      },
    }),
    {},
  ],
  'not in sync, while Ready speaks of the revision before': [
    mergedRow(reconciled),
    liveWith({ status: { observedGeneration: 3, conditions: [ready(2)] } }),
    {},
  ],
  'in sync, when Ready is true for that revision': [
    mergedRow(reconciled),
    liveWith({ status: { observedGeneration: 3, conditions: [ready(3)] } }),
    { inSyncAt: now },
  ],
  'in sync, when Ready names no revision but the status does': [
    mergedRow(reconciled),
    liveWith({ status: { observedGeneration: 3, conditions: [ready()] } }),
    { inSyncAt: now },
  ],
  'all at once, when the portal was away meanwhile': [
    mergedRow(),
    liveWith({ status: { observedGeneration: 3, conditions: [ready(3)] } }),
    {
      appliedAt: now,
      appliedGeneration: 3,
      reconciledAt: now,
      inSyncAt: now,
    },
  ],
  'nothing is undone when nodes fall behind later': [
    mergedRow({ ...reconciled, inSyncAt: ago(10) }),
    liveWith({ generation: 4, status: { observedGeneration: 3 } }),
    {},
  ],
};

it.each(Object.entries(rows))('%s', (_, [row, live, expected]) => {
  expect(progressOf(row, live, now)).toEqual(expected);
});
