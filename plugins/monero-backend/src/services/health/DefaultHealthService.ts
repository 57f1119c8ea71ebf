import { PORTS } from '@monero-portal/monero-api';
import {
  nodeHealthOf,
  verdictOf,
  type ClusterInfo,
  type NodeHealth,
  type NodeSample,
  type NodeSetHealth,
  type NodeSetRef,
} from '@monero-portal/plugin-monero-common';
import type {
  ClusterService,
  ClusterSnapshot,
  ObservedNodeSet,
  ObservedPod,
} from '../clusters';
import type { HealthService } from './HealthService';

/** What health is made of. */
export interface HealthServiceOptions {
  clusters: ClusterService;
  /** What is known of a pod's node. */
  sampleOf: (cluster: string, pod: ObservedPod) => NodeSample | undefined;
  /** Namespaces of a cluster that a proposal may name. */
  namespacesOf: (cluster: string) => string[];
  now?: () => number;
}

/** Joins snapshots and samples, and judges them with monero-common. */
export class DefaultHealthService implements HealthService {
  readonly #options: Required<HealthServiceOptions>;

  constructor(options: HealthServiceOptions) {
    this.#options = { now: Date.now, ...options };
  }

  clusters(): ClusterInfo[] {
    return this.#options.clusters.list().map(cluster => ({
      name: cluster.name,
      title: cluster.title,
      namespaces: this.#options.namespacesOf(cluster.name),
      state: cluster.state,
      since: iso(cluster.since),
      error: cluster.error,
      kubeNodes: cluster.kubeNodes,
    }));
  }

  nodeSets(): NodeSetHealth[] {
    return this.#options.clusters
      .list()
      .flatMap(cluster =>
        cluster.nodeSets.map(nodeSet => this.#judge(cluster, nodeSet)),
      )
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  nodeSet(ref: NodeSetRef): NodeSetHealth | undefined {
    const cluster = this.#options.clusters.get(ref.cluster);
    const nodeSet = cluster?.nodeSets.find(
      each => each.namespace === ref.namespace && each.name === ref.name,
    );
    return cluster && nodeSet && this.#judge(cluster, nodeSet);
  }

  #judge(cluster: ClusterSnapshot, nodeSet: ObservedNodeSet): NodeSetHealth {
    const now = this.#options.now();
    const stale = cluster.state !== 'connected';
    const unreachableSince = stale
      ? iso(cluster.seenAt ?? cluster.since)
      : undefined;
    const nodes = this.#nodesOf(cluster, nodeSet, unreachableSince);
    return {
      cluster: cluster.name,
      namespace: nodeSet.namespace,
      name: nodeSet.name,
      uid: nodeSet.uid,
      owner: nodeSet.owner,
      network: nodeSet.network,
      replicas: nodeSet.replicas,
      readyReplicas: nodeSet.readyReplicas,
      generation: nodeSet.generation,
      observedGeneration: nodeSet.observedGeneration,
      proposalId: nodeSet.proposalId,
      conditions: nodeSet.conditions,
      verdict: verdictOf(nodeSet, nodes, {
        now,
        unreachableSince,
        unreachableReason: cluster.error,
      }),
      nodes,
      asOf: iso(cluster.seenAt ?? cluster.since),
      stale,
      paused: nodeSet.paused,
      createdAt: nodeSet.createdAt,
      rpc: {
        clusterDns: `${nodeSet.name}-rpc.${nodeSet.namespace}.svc.cluster.local:${PORTS.restrictedRpc}`,
      },
    };
  }

  #nodesOf(
    cluster: ClusterSnapshot,
    nodeSet: ObservedNodeSet,
    unreachableSince: string | undefined,
  ): NodeHealth[] {
    const members = cluster.pods
      .filter(
        pod =>
          pod.namespace === nodeSet.namespace && pod.nodeSet === nodeSet.name,
      )
      .map(pod => ({
        pod,
        sample: this.#options.sampleOf(cluster.name, pod),
      }));
    const heights = members.flatMap(({ sample }) => sample?.height ?? []);
    const context = {
      now: this.#options.now(),
      bestHeight: heights.length > 0 ? Math.max(...heights) : undefined,
      peersExpected: nodeSet.peersExpected,
      unreachableSince,
    };
    return members
      .map(({ pod, sample }) => nodeHealthOf(pod, sample, context))
      .sort((a, b) => ordinalOf(a.pod) - ordinalOf(b.pod));
  }
}

function ordinalOf(pod: string): number {
  return Number(/-(\d+)$/.exec(pod)?.[1] ?? 0);
}

function keyOf({ cluster, namespace, name }: NodeSetRef): string {
  return `${cluster}/${namespace}/${name}`;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
