import type { NodeHealth, NodeState } from '../schemas';
import type { PodLike } from './pod';
import type { NodeSample } from './sample';
import type { NodeSetFacts } from './verdict';

/** The moment at which tests look. */
export const NOW = Date.parse('2026-03-01T12:00:00Z');

/** ISO time so many seconds before {@link NOW}. */
export function ago(seconds: number): string {
  return new Date(NOW - seconds * 1000).toISOString();
}

type ContainerStatus = NonNullable<
  NonNullable<PodLike['status']>['containerStatuses']
>[number];

/** A pod whose monerod has run for an hour. */
export function podWith(
  monerod: Partial<ContainerStatus> = {},
  change: Partial<PodLike> & { status?: Partial<PodLike['status']> } = {},
): PodLike {
  return {
    metadata: {
      name: 'web-0',
      creationTimestamp: ago(3700),
      ...change.metadata,
    },
    spec: change.spec ?? { nodeName: 'node-a' },
    status: {
      phase: 'Running',
      containerStatuses: [
        {
          name: 'monerod',
          ready: true,
          restartCount: 0,
          state: { running: { startedAt: ago(3600) } },
          ...monerod,
        },
      ],
      ...change.status,
    },
  };
}

/** A fresh sample of a node in sync on mainnet. */
export function sampleWith(change: Partial<NodeSample> = {}): NodeSample {
  return {
    sampledAt: ago(4),
    up: true,
    version: '0.18.4.0-release',
    height: 3_412_880,
    synchronized: true,
    inSync: true,
    peersIn: 41,
    peersOut: 64,
    databaseBytes: 280e9,
    heightSince: ago(70),
    ...change,
  };
}

/** A settled node set of three. */
export function nodeSetWith(change: Partial<NodeSetFacts> = {}): NodeSetFacts {
  return {
    name: 'web',
    replicas: 3,
    paused: false,
    generation: 1,
    observedGeneration: 1,
    conditions: [],
    createdAt: ago(86_400),
    ...change,
  };
}

/** Nodes web-0, web-1, ... in these states. */
export function nodesIn(...states: NodeState[]): NodeHealth[] {
  return states.map((state, ordinal) => ({
    pod: `web-${ordinal}`,
    state,
    reason: `Reason of web-${ordinal}.`,
    since: ago(540),
  }));
}
