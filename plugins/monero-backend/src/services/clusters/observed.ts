import type { MoneroNodeSet } from '@monero-portal/monero-api';
import { LABELS, netTypeOf } from '@monero-portal/monero-api';
import type { PodLike } from '@monero-portal/plugin-monero-common';
import { z } from 'zod';
import {
  identityOf,
  metadataSchema,
  updateStrategySchema,
  type Changing,
  statusFields,
  type ObservedObject,
} from './observedObject';

/** What the portal keeps of a MoneroNodeSet. */
export interface ObservedNodeSet extends ObservedObject, Changing {
  network: string;
  /** Name of the MoneroNetwork that made it. */
  memberOf?: string;
  /** False when its nodes have no peers by design. */
  peersExpected: boolean;
  /** Addresses of its pods on Tor and I2P, from its status. */
  addresses: ReadonlyMap<string, { onion?: string; i2p?: string }>;
  /** Onion address of the whole set, host without port. */
  rpcOnionAddress?: string;
  /** Name that its Service gets in the world's DNS. */
  externalHost?: string;
}

/** What the portal keeps of a pod. */
export interface ObservedPod extends PodLike {
  namespace: string;
  uid: string;
  /** What it runs: a node, or a miner. */
  program: 'monerod' | 'xmrig';
  /** Name of the node set or mining set, from the instance label. */
  nodeSet: string;
  /** Name of the MoneroNetwork, from its label. */
  network?: string;
  /** Its address in the cluster. */
  ip?: string;
  /** Image of its program. */
  image?: string;
}

const EXTERNAL_DNS_HOSTNAME = 'external-dns.alpha.kubernetes.io/hostname';

const nodeSetSchema = z.object({
  metadata: metadataSchema,
  spec: z
    .object({
      replicas: z.number().default(1),
      paused: z.boolean().default(false),
      peers: z.array(z.string()).default([]),
      updateStrategy: updateStrategySchema,
      service: z
        .object({
          type: z.string().optional(),
          annotations: z.record(z.string()).default({}),
        })
        .default({}),
      monerod: z
        .object({ args: z.array(z.string()).default([]) })
        .passthrough()
        .default({}),
    })
    .passthrough()
    .default({}),
  status: z
    .object({
      ...statusFields,
      rpcOnionAddress: z.string().optional(),
      resolved: z.object({ image: z.string().optional() }).default({}),
      nodes: z
        .array(
          z.object({
            pod: z.string(),
            inSync: z.boolean().default(false),
            onionAddress: z.string().optional(),
            i2pAddress: z.string().optional(),
          }),
        )
        .default([]),
    })
    .default({}),
});

const programSchema = z.enum(['monerod', 'xmrig']);

const endSchema = z.object({
  exitCode: z.number(),
  reason: z.string().optional(),
  message: z.string().optional(),
  finishedAt: z.string().optional(),
});

const containerSchema = z.object({
  name: z.string(),
  ready: z.boolean().optional(),
  restartCount: z.number().optional(),
  state: z
    .object({
      waiting: z
        .object({
          reason: z.string().optional(),
          message: z.string().optional(),
        })
        .optional(),
      running: z.object({ startedAt: z.string().optional() }).optional(),
      terminated: endSchema.optional(),
    })
    .optional(),
  lastState: z.object({ terminated: endSchema.optional() }).optional(),
});

const podSchema = z.object({
  metadata: metadataSchema,
  spec: z
    .object({
      nodeName: z.string().optional(),
      containers: z
        .array(z.object({ name: z.string(), image: z.string().optional() }))
        .default([]),
    })
    .optional(),
  status: z
    .object({
      phase: z.string().optional(),
      podIP: z.string().optional(),
      reason: z.string().optional(),
      message: z.string().optional(),
      conditions: z
        .array(
          z.object({
            type: z.string(),
            status: z.string(),
            reason: z.string().optional(),
            message: z.string().optional(),
            lastTransitionTime: z.string().optional(),
          }),
        )
        .optional(),
      initContainerStatuses: z.array(containerSchema).optional(),
      containerStatuses: z.array(containerSchema).optional(),
    })
    .optional(),
});

/** @returns undefined for an object that does not look like a MoneroNodeSet */
export function observeNodeSet(raw: unknown): ObservedNodeSet | undefined {
  const parsed = nodeSetSchema.safeParse(raw);
  if (!parsed.success) {
    return undefined;
  }
  const { metadata, spec, status } = parsed.data;
  const network = netTypeOf(spec as MoneroNodeSet['spec']);
  const alone =
    network === 'regtest' && spec.replicas === 1 && spec.peers.length === 0;
  return {
    ...identityOf('MoneroNodeSet', parsed.data),
    network,
    memberOf: metadata.labels[LABELS.network],
    peersExpected: !alone && !spec.monerod.args.includes('--offline'),
    rpcOnionAddress: status.rpcOnionAddress,
    externalHost: externalHostOf(spec.service),
    maxUnavailable: spec.updateStrategy.maxUnavailable,
    image: status.resolved.image,
    parts: status.nodes.map(({ pod, inSync }) => ({ name: pod, inSync })),
    addresses: new Map(
      status.nodes.map(({ pod, onionAddress, i2pAddress }) => [
        pod,
        { onion: onionAddress, i2p: i2pAddress },
      ]),
    ),
  };
}

/** What the Service asks external-dns for: the first of the names. */
function externalHostOf(service: {
  type?: string;
  annotations: Record<string, string>;
}): string | undefined {
  const names = service.annotations[EXTERNAL_DNS_HOSTNAME];
  return service.type === 'LoadBalancer'
    ? names?.split(',')[0].trim() || undefined
    : undefined;
}

/** @returns undefined for a pod that belongs to no node set */
export function observePod(raw: unknown): ObservedPod | undefined {
  const parsed = podSchema.safeParse(raw);
  if (!parsed.success) {
    return undefined;
  }
  const { metadata, spec, status } = parsed.data;
  const nodeSet = metadata.labels[LABELS.instance];
  const program = programSchema.safeParse(metadata.labels[LABELS.name]);
  if (!nodeSet || !program.success) {
    return undefined;
  }
  return {
    namespace: metadata.namespace,
    uid: metadata.uid,
    program: program.data,
    nodeSet,
    network: metadata.labels[LABELS.network],
    ip: status?.podIP,
    image: spec?.containers.find(({ name }) => name === program.data)?.image,
    metadata: {
      name: metadata.name,
      creationTimestamp: metadata.creationTimestamp,
      deletionTimestamp: metadata.deletionTimestamp,
      deletionGracePeriodSeconds: metadata.deletionGracePeriodSeconds,
    },
    spec: spec && { nodeName: spec.nodeName },
    status,
  };
}
