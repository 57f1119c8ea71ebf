import type { NodeHealth, Verdict } from '../schemas';
import { ago, nodeSetWith, nodesIn, NOW } from './testing';
import {
  verdictOf,
  worstNodeOf,
  type NodeSetFacts,
  type VerdictContext,
} from './verdict';

interface Row {
  nodeSet?: Partial<NodeSetFacts>;
  nodes: NodeHealth[];
  context?: Partial<VerdictContext>;
  is: Verdict;
}

const catchingUp: NodeHealth = {
  pod: 'web-1',
  state: 'Behind',
  reason: '184 blocks behind, about 6 min.',
  next: 'It serves wallets once it is in sync.',
  since: ago(540),
};
const unpulled: NodeHealth = {
  pod: 'web-2',
  state: 'Pending',
  reason: 'The image of monerod cannot be pulled: no such host.',
  brief: 'The image of monerod cannot be pulled.',
  next: 'Correct the image in spec.',
  since: ago(540),
};
const lostOnion = (seconds: number) => ({
  type: 'RpcPublished',
  status: 'False' as const,
  message: 'The tor in front has not published it.',
  lastTransitionTime: ago(seconds),
});
/** As the operator writes them: a set in which nobody relays is not settled. */
const notRelaying = (seconds: number) => [
  {
    type: 'Relaying',
    status: 'False' as const,
    message: 'web-0: no outgoing peer over Tor.',
    lastTransitionTime: ago(seconds),
  },
  {
    type: 'Reconciling',
    status: 'True' as const,
    message: 'web-0: no outgoing peer over Tor.',
  },
];
const [zero, , two] = nodesIn('In sync', 'In sync', 'In sync');

const rows: Record<string, Row> = {
  'all in sync: one calm line': {
    nodes: nodesIn('In sync', 'In sync', 'In sync'),
    is: {
      state: 'Healthy',
      headline: 'All 3 nodes in sync. Wallets are served.',
    },
  },
  'one node, in sync': {
    nodeSet: { replicas: 1 },
    nodes: nodesIn('In sync'),
    is: {
      state: 'Healthy',
      headline: 'The node is in sync. Wallets are served.',
    },
  },
  'all in sync, and one keeps transactions': {
    nodeSet: { conditions: notRelaying(40) },
    nodes: [{ ...zero, relaying: false }, { ...two, pod: 'web-1' }, two],
    is: {
      state: 'Degraded',
      headline: 'All 3 nodes in sync. Wallets are served by 2 of them.',
      detail: 'web-0: no outgoing peer over Tor.',
    },
  },
  'all in sync, and all look for a first peer on Tor': {
    nodeSet: { replicas: 1, conditions: notRelaying(40) },
    nodes: [{ ...zero, relaying: false }],
    is: {
      state: 'Progressing',
      headline: 'The node is in sync. Wallets are not served.',
      detail: 'web-0: no outgoing peer over Tor.',
    },
  },
  'all in sync, and all have kept transactions for six minutes': {
    nodeSet: {
      replicas: 1,
      conditions: [...notRelaying(360), lostOnion(720)],
    },
    nodes: [{ ...zero, relaying: false }],
    is: {
      state: 'Down',
      headline: 'The node is in sync. Wallets are not served.',
      detail: 'web-0: no outgoing peer over Tor.',
    },
  },
  'one of two in sync, and that one keeps transactions': {
    nodeSet: { replicas: 2, conditions: notRelaying(40) },
    nodes: [{ ...zero, relaying: false }, catchingUp],
    is: {
      state: 'Progressing',
      headline: '1 of 2 nodes in sync. Wallets are not served.',
      detail:
        'web-1 (behind for 9 min): 184 blocks behind, about 6 min. It serves wallets once it is in sync. web-0: no outgoing peer over Tor.',
    },
  },
  'all in sync, and an onion address that is not published yet': {
    nodeSet: { conditions: [lostOnion(40)] },
    nodes: nodesIn('In sync', 'In sync', 'In sync'),
    is: {
      state: 'Progressing',
      headline: 'All 3 nodes in sync. Wallets are served, but not over Tor.',
      detail: 'The tor in front has not published it.',
    },
  },
  'all in sync, and an onion address that was lost 12 minutes ago': {
    nodeSet: { conditions: [lostOnion(720)] },
    nodes: nodesIn('In sync', 'In sync', 'In sync'),
    is: {
      state: 'Degraded',
      headline: 'All 3 nodes in sync. Wallets are served, but not over Tor.',
      detail: 'The tor in front has not published it.',
    },
  },
  'one of three catches up while the onion address is lost': {
    nodeSet: { conditions: [lostOnion(40)] },
    nodes: [zero, catchingUp, two],
    is: {
      state: 'Degraded',
      headline: '2 of 3 nodes in sync. Wallets are served, but not over Tor.',
      detail:
        'web-1 (behind for 9 min): 184 blocks behind, about 6 min. It serves wallets once it is in sync. The tor in front has not published it.',
    },
  },
  'none in sync while the onion address is lost: nothing is served': {
    nodeSet: { replicas: 1, conditions: [lostOnion(40)] },
    nodes: [catchingUp],
    is: {
      state: 'Progressing',
      headline: 'The node is not in sync. Wallets are not served.',
      detail:
        'web-1 (behind for 9 min): 184 blocks behind, about 6 min. It serves wallets once it is in sync. The tor in front has not published it.',
    },
  },
  'one of three catches up during an upgrade': {
    nodeSet: {
      conditions: [
        {
          type: 'Reconciling',
          status: 'True',
          message: 'The upgrade goes on with web-2 once web-1 is in sync',
        },
      ],
    },
    nodes: [zero, catchingUp, two],
    is: {
      state: 'Degraded',
      headline: '2 of 3 nodes in sync. Wallets are served.',
      detail:
        'web-1 (behind for 9 min): 184 blocks behind, about 6 min. It serves wallets once it is in sync. The upgrade goes on with web-2 once web-1 is in sync.',
    },
  },
  'what the operator repeats of the worst node is said once': {
    nodeSet: {
      conditions: [
        {
          type: 'Reconciling',
          status: 'True',
          message:
            '2 of 3 nodes replaced; waits for web-1: 184 blocks behind. Really.',
        },
      ],
    },
    nodes: [zero, catchingUp, two],
    is: {
      state: 'Degraded',
      headline: '2 of 3 nodes in sync. Wallets are served.',
      detail:
        'web-1 (behind for 9 min): 184 blocks behind, about 6 min. It serves wallets once it is in sync. 2 of 3 nodes replaced; waits for web-1.',
    },
  },
  'an image that cannot be pulled is told by its finding, and in short here': {
    nodeSet: {
      conditions: [
        {
          type: 'Reconciling',
          status: 'True',
          message:
            '1 of 3 nodes replaced; waits for web-2: Container monerod: ErrImagePull, no such host. Correct spec.monerod.image.',
        },
      ],
    },
    nodes: [zero, catchingUp, unpulled],
    is: {
      state: 'Degraded',
      headline: '1 of 3 nodes in sync. Wallets are served.',
      detail:
        'web-2 (pending for 9 min): The image of monerod cannot be pulled; see what was found. Also: web-1 (behind). 1 of 3 nodes replaced; waits for web-2.',
    },
  },
  'what the operator counts is counted once': {
    nodeSet: {
      conditions: [
        {
          type: 'Reconciling',
          status: 'True',
          message: '2 of 3 nodes are in sync. web-1: monerod is behind.',
        },
      ],
    },
    nodes: [zero, catchingUp, two],
    is: {
      state: 'Degraded',
      headline: '2 of 3 nodes in sync. Wallets are served.',
      detail:
        'web-1 (behind for 9 min): 184 blocks behind, about 6 min. It serves wallets once it is in sync.',
    },
  },
  'the worst node is named first, the others briefly': {
    nodes: nodesIn('Behind', 'Crash loop', 'In sync'),
    is: {
      state: 'Degraded',
      headline: '1 of 3 nodes in sync. Wallets are served.',
      detail:
        'web-1 (crash loop for 9 min): Reason of web-1. Also: web-0 (behind).',
    },
  },
  'a first start is progress, not a failure': {
    nodes: nodesIn('Starting', 'Pending', 'Behind'),
    is: {
      state: 'Progressing',
      headline: 'None of 3 nodes in sync. Wallets are not served.',
      detail: expect.stringContaining('web-1 (pending for 9 min)'),
    },
  },
  'nobody serves, somebody is broken': {
    nodes: nodesIn('Behind', 'Stuck', 'Starting'),
    is: {
      state: 'Down',
      headline: 'None of 3 nodes in sync. Wallets are not served.',
      detail: expect.stringContaining('web-1 (stuck for 9 min)'),
    },
  },
  'unknown is not down': {
    nodes: nodesIn('Unknown', 'Unknown', 'Unknown'),
    is: {
      state: 'Unknown',
      headline: 'The state of all 3 nodes is unknown.',
      detail: expect.stringContaining('web-0 (unknown for 9 min)'),
    },
  },
  'some unknown': {
    nodes: nodesIn('In sync', 'Unknown', 'In sync'),
    is: {
      state: 'Degraded',
      headline: '2 of 3 nodes in sync, 1 unknown. Wallets are served.',
      detail: expect.stringContaining('web-1 (unknown for 9 min)'),
    },
  },
  'a pod is missing': {
    nodes: nodesIn('In sync', 'In sync'),
    is: {
      state: 'Degraded',
      headline: '2 of 3 nodes in sync. Wallets are served.',
      detail: '1 node has no pod yet.',
    },
  },
  'in sync, with a change under way': {
    nodeSet: { generation: 2 },
    nodes: nodesIn('In sync', 'In sync', 'In sync'),
    is: {
      state: 'Progressing',
      headline: 'All 3 nodes in sync. Wallets are served.',
      detail: 'A change is being carried out.',
    },
  },
  shrinking: {
    nodeSet: { replicas: 2 },
    nodes: nodesIn('In sync', 'In sync', 'Stopping'),
    is: {
      state: 'Progressing',
      headline: 'Both nodes in sync. Wallets are served.',
      detail: 'A change is being carried out.',
    },
  },
  'the operator cannot go on': {
    nodeSet: {
      conditions: [
        { type: 'Stalled', status: 'True', message: 'disk may not shrink' },
      ],
    },
    nodes: nodesIn('In sync', 'In sync', 'In sync'),
    is: {
      state: 'Degraded',
      headline: 'All 3 nodes in sync. Wallets are served.',
      detail: 'The operator cannot go on: disk may not shrink.',
    },
  },
  paused: {
    nodeSet: { paused: true },
    nodes: nodesIn('In sync', 'In sync', 'In sync'),
    is: {
      state: 'Paused',
      headline: 'Paused. All 3 nodes in sync. Wallets are served.',
      detail:
        'The operator only watches: changes and repairs wait until the pause is taken back.',
    },
  },
  'scaled to nothing': {
    nodeSet: { replicas: 0 },
    nodes: [],
    is: {
      state: 'Healthy',
      headline: 'No nodes are wanted. Wallets are not served.',
      detail:
        'The set has been scaled to 0; its volumes follow its retention rule.',
    },
  },
  'just created': {
    nodeSet: { observedGeneration: undefined, createdAt: ago(5) },
    nodes: [],
    is: {
      state: 'Progressing',
      headline: 'Just created.',
      detail: 'The operator has not looked at it yet.',
    },
  },
  'no operator': {
    nodeSet: { observedGeneration: undefined, createdAt: ago(180) },
    nodes: [],
    is: {
      state: 'Down',
      headline: 'Nothing runs. Wallets are not served.',
      detail:
        'The operator has not looked at it for 3 min. Is it running in this cluster?',
    },
  },
  'the cluster is away': {
    nodes: nodesIn('Unknown', 'Unknown', 'Unknown'),
    context: {
      unreachableSince: ago(240),
      unreachableReason: 'The cluster cannot be reached: connection refused',
    },
    is: {
      state: 'Unknown',
      headline: 'State unknown for 4 min.',
      detail:
        'The cluster cannot be reached: connection refused. Shown is the last known state; the portal keeps trying.',
    },
  },
};

describe('verdictOf', () => {
  it.each(Object.entries(rows))('%s', (_, { nodeSet, nodes, context, is }) => {
    expect(
      verdictOf(nodeSetWith(nodeSet), nodes, { now: NOW, ...context }),
    ).toEqual(is);
  });
});

describe('worstNodeOf', () => {
  it('is nobody when all are in sync', () => {
    expect(worstNodeOf(nodesIn('In sync', 'In sync'))).toBeUndefined();
  });

  it('prefers what does not heal by itself', () => {
    expect(worstNodeOf(nodesIn('Starting', 'Peerless', 'Behind'))?.pod).toBe(
      'web-1',
    );
  });
});
