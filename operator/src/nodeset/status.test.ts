import { KubeObject } from '@monero-portal/kube-client';
import { MoneroNodeSetStatus } from '@monero-portal/monero-api';
import { CURRENT, nodeSet, onTor, pod, PodTraits } from '../testing/nodeSets';
import { StatefulSet } from '../machinery/kubeTypes';
import { Identities } from './anonymity';
import { nodesOf } from './nodes';
import { NodeSet } from './spec';
import { statusOf } from './status';

const NOW = Date.UTC(2026, 0, 1, 12);
const current: StatefulSet = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'nodes', generation: 2 },
  status: { observedGeneration: 2, updateRevision: CURRENT },
};

function status(
  pods: PodTraits[],
  {
    set = nodeSet(),
    statefulSet = current as StatefulSet | null,
    obstacle = undefined as { reason: string; message: string } | undefined,
    identities = undefined as Identities | undefined,
    children = undefined as KubeObject[] | undefined,
  } = {},
): MoneroNodeSetStatus {
  const nodes = nodesOf(
    'nodes',
    pods.map((traits, ordinal) => pod(ordinal, traits)),
    CURRENT,
  );
  return statusOf(
    {
      nodeSet: set,
      statefulSet: statefulSet ?? undefined,
      nodes,
      image: 'monerod:1',
      obstacle,
      identities,
      children,
    },
    NOW,
  );
}

const find = (of: MoneroNodeSetStatus, type: string) =>
  of.conditions?.find(condition => condition.type === type);

const OLD = { revision: 'nodes-old' };
const BEHIND = { ready: 'False' } as const;

describe('statusOf, of a set on Tor', () => {
  const set = nodeSet({ replicas: 2, tor: { enabled: true, rpc: true } });
  const identities = {
    tor: { 'nodes-0': 'a.onion', 'nodes-1': 'b.onion', rpc: 'r.onion' },
    i2p: {},
  };

  it('has the addresses, and says that transactions leave', () => {
    const result = status([onTor(true), onTor(true)], { set, identities });
    expect(result).toMatchObject({
      rpcOnionAddress: 'r.onion',
      nodes: [
        { pod: 'nodes-0', onionAddress: 'a.onion', relaying: true },
        { pod: 'nodes-1', onionAddress: 'b.onion', relaying: true },
      ],
    });
    expect(find(result, 'Relaying')?.status).toBe('True');
    expect(find(result, 'Ready')?.status).toBe('True');
  });

  const front = (
    readinessProbe: object | undefined,
    readyReplicas?: number,
  ) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'nodes-tor' },
    spec: { template: { spec: { containers: [{ readinessProbe }] } } },
    status: { readyReplicas },
  });
  const PROBE = { exec: {} };

  it.each<[string, KubeObject[], object]>([
    ['is there', [front(PROBE, 1)], { status: 'True', reason: 'Published' }],
    [
      'is not there yet',
      [front(PROBE)],
      {
        status: 'False',
        reason: 'NotPublished',
        message:
          'Wallets do not find the onion address of the set: the tor of the Deployment nodes-tor has not published it.',
      },
    ],
    ['has no tor yet', [], { status: 'Unknown', reason: 'Creating' }],
    [
      'is published by a tor of an older operator',
      [front(undefined, 1)],
      { status: 'Unknown', reason: 'NotTold' },
    ],
  ])('says whether the address of the whole set %s', (_, children, verdict) => {
    const result = status([onTor(true), onTor(true)], {
      set,
      identities,
      children,
    });
    expect(find(result, 'RpcPublished')).toMatchObject(verdict);
    expect(find(result, 'Ready')?.status).toBe('True');
  });

  it('says nothing of such an address where the only node has it', () => {
    const one = nodeSet({ replicas: 1, tor: { enabled: true, rpc: true } });
    const result = status([onTor(true)], { set: one, identities });
    expect(find(result, 'RpcPublished')).toBeUndefined();
  });

  it('has the address of its only node for wallets', () => {
    const one = nodeSet({
      replicas: 1,
      network: 'mainnet',
      tor: { enabled: true, rpc: true },
    });
    const result = status([onTor(true)], { set: one, identities });
    expect(result.rpcOnionAddress).toBe('a.onion');
  });

  it('is not ready while a node keeps transactions to itself', () => {
    const result = status([onTor(true), onTor(false)], { set, identities });
    expect(result.readyReplicas).toBe(2);
    expect(find(result, 'Ready')).toMatchObject({
      status: 'False',
      reason: 'NotRelaying',
      message: expect.stringMatching(
        /^1 of 2 nodes hands no transactions on. nodes-1: The node is in sync, but has no outgoing peer over Tor:/,
      ),
    });
    expect(find(result, 'Relaying')?.status).toBe('False');
  });

  it('does not know before a node is in sync', () => {
    const result = status([BEHIND, BEHIND], { set, identities });
    expect(find(result, 'Relaying')?.status).toBe('Unknown');
    expect(find(result, 'Ready')?.reason).toBe('NotInSync');
  });

  it('says nothing about it without Tor and I2P', () => {
    expect(find(status([{}]), 'Relaying')).toBeUndefined();
  });
});

describe('statusOf', () => {
  it('is ready when every wanted node is in sync on the current revision', () => {
    const result = status([{}, {}, {}]);
    expect(result).toMatchObject({
      observedGeneration: 1,
      replicas: 3,
      readyReplicas: 3,
      updatedReplicas: 3,
      selector:
        'app.kubernetes.io/name=monerod,app.kubernetes.io/instance=nodes',
      resolved: { image: 'monerod:1' },
    });
    expect(find(result, 'Ready')).toEqual({
      type: 'Ready',
      status: 'True',
      reason: 'AllInSync',
      message: 'All 3 nodes are in sync.',
      observedGeneration: 1,
      lastTransitionTime: '2026-01-01T12:00:00Z',
    });
    expect(find(result, 'Reconciling')?.status).toBe('False');
    expect(find(result, 'Stalled')?.status).toBe('False');
    expect(result.nodes?.[1]).toEqual({
      pod: 'nodes-1',
      phase: 'InSync',
      inSync: true,
      kubeNode: 'node-1',
    });
  });

  it.each<[string, PodTraits[], StatefulSet | null, string, string]>([
    ['nothing is there yet', [], null, 'Creating', 'being created'],
    [
      'Kubernetes has not looked yet',
      [{}, {}, {}],
      { ...current, metadata: { name: 'nodes', generation: 3 } },
      'Progressing',
      'taking in a change',
    ],
    [
      'a pod is missing',
      [{}, {}],
      current,
      'Creating',
      '1 of 3 nodes has no pod yet.',
    ],
    [
      'a node is behind',
      [{}, BEHIND, {}],
      current,
      'NotInSync',
      '2 of 3 nodes are in sync. nodes-1: monerod runs and is not in sync',
    ],
    [
      'a node is old',
      [{}, OLD, {}],
      current,
      'RollingOut',
      '2 of 3 nodes replaced.',
    ],
    [
      'a change waits for a node',
      [OLD, OLD, BEHIND],
      current,
      'RollingOut',
      'waits for nodes-2: monerod runs',
    ],
    [
      'a node is left over',
      [{}, {}, {}, {}],
      current,
      'ScalingDown',
      '1 node is being removed.',
    ],
  ])(
    'is not ready, and at work, when %s',
    (_, pods, statefulSet, reason, message) => {
      const result = status(pods, { statefulSet });
      expect(find(result, 'Ready')).toMatchObject({
        status: 'False',
        reason,
        message: expect.stringContaining(message),
      });
      expect(find(result, 'Reconciling')).toMatchObject({ status: 'True' });
    },
  );

  it('is ready with no nodes when none are wanted', () => {
    const result = status([], { set: nodeSet({ replicas: 0 }) });
    expect(find(result, 'Ready')).toMatchObject({
      status: 'True',
      reason: 'NoNodesWanted',
    });
  });

  it('is stalled, and not at work, before an obstacle', () => {
    const obstacle = { reason: 'NameTaken', message: 'Service a exists.' };
    const result = status([{}, {}, {}], { obstacle });
    expect(find(result, 'Ready')).toMatchObject({
      status: 'False',
      ...obstacle,
    });
    expect(find(result, 'Stalled')).toMatchObject({
      status: 'True',
      ...obstacle,
    });
    expect(find(result, 'Reconciling')?.status).toBe('False');
  });

  it('says that it is paused, and does not claim to work', () => {
    const result = status([{}, OLD, {}], { set: nodeSet({ paused: true }) });
    expect(find(result, 'Paused')?.status).toBe('True');
    expect(find(result, 'Reconciling')).toMatchObject({
      status: 'False',
      reason: 'Paused',
    });
  });

  it('moves the time of a condition only when its status changes', () => {
    const before = status([{}, {}, {}]);
    const earlier: NodeSet = {
      ...nodeSet(),
      status: {
        ...before,
        conditions: before.conditions?.map(condition => ({
          ...condition,
          lastTransitionTime: '2025-01-01T00:00:00Z',
        })),
      },
    };
    const same = status([{}, {}, {}], { set: earlier });
    expect(find(same, 'Ready')?.lastTransitionTime).toBe(
      '2025-01-01T00:00:00Z',
    );
    const changed = status([{}, {}, BEHIND], { set: earlier });
    expect(find(changed, 'Ready')?.lastTransitionTime).toBe(
      '2026-01-01T12:00:00Z',
    );
    expect(find(changed, 'Stalled')?.lastTransitionTime).toBe(
      '2025-01-01T00:00:00Z',
    );
  });
});
