import type { ClusterInfo } from '@monero-portal/plugin-monero-common';
import {
  ago,
  healthWith,
  liveWith,
  mergedRow,
  NOW,
  rowWith,
} from '../../testing/rows';
import type { ProposalRow } from './ProposalRow';
import { stepsOf } from './steps';
import { waitingFor, type Surroundings } from './waitingFor';

const applied = { appliedAt: ago(38), appliedGeneration: 3 };
const reconciled = { ...applied, reconciledAt: ago(37) };
const connected: ClusterInfo = {
  name: 'dev',
  namespaces: [],
  state: 'connected',
  since: ago(600),
};

interface Row {
  row: ProposalRow;
  around?: Partial<Surroundings>;
  /** State and detail of each step. */
  steps: string[];
  waitsFor: string | undefined;
}

const rows: Record<string, Row> = {
  proposed: {
    row: rowWith(),
    steps: ['done by guest', 'current', 'pending', 'pending', 'pending'],
    waitsFor:
      'Waits for a review: it changes nothing until it is merged into main.',
  },
  'in conflict': {
    row: rowWith({ state: 'conflict' }),
    steps: [
      'done by guest',
      'failed conflict',
      'pending',
      'pending',
      'pending',
    ],
    waitsFor:
      'Cannot be merged. Propose the change again on top of the manifest as it is on main now, and close this one.',
  },
  closed: {
    row: rowWith({
      state: 'closed',
      closedAt: ago(5),
      closedBy: 'user:default/platform',
    }),
    steps: [
      'done by guest',
      'failed by platform',
      'pending',
      'pending',
      'pending',
    ],
    waitsFor: undefined,
  },
  merged: {
    row: mergedRow(),
    steps: [
      'done by guest',
      'done by platform',
      'current',
      'pending',
      'pending',
    ],
    waitsFor:
      'Waits for the GitOps agent to apply commit 3f9c1e2, merged 40 s ago.',
  },
  'merged long ago': {
    row: mergedRow({ mergedAt: ago(600), mergedBy: null }),
    steps: ['done by guest', 'done with git', 'current', 'pending', 'pending'],
    waitsFor:
      'Waits for the GitOps agent to apply commit 3f9c1e2, merged 10 min ago. That is unusually long: is the agent running, and does its log show an error?',
  },
  'merged while the cluster is away': {
    row: mergedRow(),
    around: {
      cluster: {
        ...connected,
        state: 'unreachable',
        error: 'The cluster cannot be reached: refused.',
      },
    },
    steps: [
      'done by guest',
      'done by platform',
      'current',
      'pending',
      'pending',
    ],
    waitsFor: 'Waits for cluster dev. The cluster cannot be reached: refused.',
  },
  applied: {
    row: mergedRow(applied),
    around: { health: healthWith() },
    steps: [
      'done by guest',
      'done by platform',
      'done commit 3f9c1e2',
      'current',
      'pending',
    ],
    waitsFor: 'Waits for the operator to act on revision 3.',
  },
  'applied and deleted again': {
    row: mergedRow(applied),
    steps: [
      'done by guest',
      'done by platform',
      'done commit 3f9c1e2',
      'current',
      'pending',
    ],
    waitsFor:
      'The object is not in cluster dev any more; waits until it is applied again.',
  },
  stalled: {
    row: mergedRow(applied),
    around: {
      health: healthWith({
        conditions: [
          { type: 'Stalled', status: 'True', message: 'no storage class' },
        ],
      }),
    },
    steps: [
      'done by guest',
      'done by platform',
      'done commit 3f9c1e2',
      'failed the operator cannot go on',
      'pending',
    ],
    waitsFor: 'The operator cannot go on: no storage class',
  },
  reconciled: {
    row: mergedRow(reconciled),
    around: { health: healthWith() },
    steps: [
      'done by guest',
      'done by platform',
      'done commit 3f9c1e2',
      'done revision 3',
      'current 2 of 3 nodes',
    ],
    waitsFor: 'Waits for web-1: 184 blocks behind, about 6 min.',
  },
  'reconciled, a pod is missing': {
    row: mergedRow(reconciled),
    around: { health: healthWith({ nodes: [] }) },
    steps: [
      'done by guest',
      'done by platform',
      'done commit 3f9c1e2',
      'done revision 3',
      'current 0 of 3 nodes',
    ],
    waitsFor: 'Waits for 3 more pods.',
  },
  'in sync': {
    row: mergedRow({ ...reconciled, inSyncAt: ago(2) }),
    around: { health: healthWith() },
    steps: [
      'done by guest',
      'done by platform',
      'done commit 3f9c1e2',
      'done revision 3',
      'done took 36 s',
    ],
    waitsFor: undefined,
  },
  'of a network, and stalled': {
    row: mergedRow({ ...applied, kind: 'MoneroNetwork' }),
    around: {
      object: liveWith({
        status: {
          conditions: [
            { type: 'Stalled', status: 'True', message: 'no quota' },
          ],
        },
      }),
    },
    steps: [
      'done by guest',
      'done by platform',
      'done commit 3f9c1e2',
      'failed the operator cannot go on',
      'pending',
    ],
    waitsFor: 'The operator cannot go on: no quota',
  },
  'of a network, and reconciled': {
    row: mergedRow({ ...reconciled, kind: 'MoneroNetwork' }),
    around: {
      object: liveWith({
        status: {
          conditions: [
            { type: 'Ready', status: 'False', message: '18 of 20 in sync' },
          ],
        },
      }),
    },
    steps: [
      'done by guest',
      'done by platform',
      'done commit 3f9c1e2',
      'done revision 3',
      'current',
    ],
    waitsFor: 'Waits for the operator to call it Ready: 18 of 20 in sync',
  },
  'a retirement that is merged': {
    row: mergedRow({ operation: 'retire' }),
    around: { health: healthWith() },
    steps: [
      'done by guest',
      'done by platform',
      'current',
      'pending',
      'pending',
    ],
    waitsFor:
      'Waits for the GitOps agent to apply commit 3f9c1e2, merged 40 s ago.',
  },
  'a retirement whose object is being removed': {
    row: mergedRow({ operation: 'retire', appliedAt: ago(38) }),
    around: { object: { ...liveWith(), deleting: true } },
    steps: [
      'done by guest',
      'done by platform',
      'done commit 3f9c1e2',
      'current',
      'pending',
    ],
    waitsFor: 'The object is being removed.',
  },
  'a retirement whose pods end': {
    row: mergedRow({
      operation: 'retire',
      appliedAt: ago(38),
      reconciledAt: ago(37),
    }),
    around: { remnants: 2 },
    steps: [
      'done by guest',
      'done by platform',
      'done commit 3f9c1e2',
      'done',
      'current',
    ],
    waitsFor: 'Waits for 2 more pods or members to end.',
  },
  overtaken: {
    row: mergedRow({ ...applied, supersededBy: 9 }),
    around: { health: healthWith() },
    steps: [
      'done by guest',
      'done by platform',
      'done commit 3f9c1e2',
      'pending overtaken by #9',
      'pending',
    ],
    waitsFor: 'Overtaken by proposal #9, which changed the same object later.',
  },
};

describe.each(Object.entries(rows))(
  'a proposal that is %s',
  (_, { row, around, steps, waitsFor }) => {
    const surroundings = { now: NOW, cluster: connected, ...around };

    it('shows how far it is', () => {
      expect(
        stepsOf(row, surroundings).map(({ state, detail }) =>
          [state, detail].filter(Boolean).join(' '),
        ),
      ).toEqual(steps);
    });

    it('says what it waits for', () => {
      expect(waitingFor(row, surroundings)).toBe(waitsFor);
    });
  },
);
