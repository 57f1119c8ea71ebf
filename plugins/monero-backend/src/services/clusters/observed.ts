import type { MoneroNodeSet } from '@monero-portal/monero-api';
import { ANNOTATIONS, netTypeOf } from '@monero-portal/monero-api';
import type { Condition, PodLike } from '@monero-portal/plugin-monero-common';
import { conditionSchema } from '@monero-portal/plugin-monero-common';
import { z } from 'zod';

/** What the portal keeps of a MoneroNodeSet. */
export interface ObservedNodeSet {
  namespace: string;
  name: string;
  uid: string;
  generation: number;
  observedGeneration?: number;
  createdAt: string;
  owner?: string;
  proposalId?: number;
  network: string;
  replicas: number;
  readyReplicas: number;
  paused: boolean;
  /** False when its nodes have no peers by design. */
  peersExpected: boolean;
  conditions: Condition[];
}

/** What the portal keeps of a pod. */
export interface ObservedPod extends PodLike {
  namespace: string;
  uid: string;
  /** Name of the node set, from the instance label. */
  nodeSet: string;
}

const metadataSchema = z.object({
  name: z.string(),
  namespace: z.string(),
  uid: z.string().default(''),
  generation: z.number().default(0),
  creationTimestamp: z.string().default(new Date(0).toISOString()),
  deletionTimestamp: z.string().optional(),
  deletionGracePeriodSeconds: z.number().optional(),
  labels: z.record(z.string()).default({}),
  annotations: z.record(z.string()).default({}),
});

const nodeSetSchema = z.object({
  metadata: metadataSchema,
  spec: z
    .object({
      replicas: z.number().default(1),
      paused: z.boolean().default(false),
      monerod: z
        .object({ args: z.array(z.string()).default([]) })
        .passthrough()
        .default({}),
    })
    .passthrough()
    .default({}),
  status: z
    .object({
      observedGeneration: z.number().optional(),
      readyReplicas: z.number().default(0),
      conditions: z.array(conditionSchema).default([]),
    })
    .default({}),
});

const endSchema = z.object({
  exitCode: z.number(),
  reason: z.string().optional(),
  message: z.string().optional(),
  finishedAt: z.string().optional(),
});

const podSchema = z.object({
  metadata: metadataSchema,
  spec: z.object({ nodeName: z.string().optional() }).optional(),
  status: z
    .object({
      phase: z.string().optional(),
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
      containerStatuses: z
        .array(
          z.object({
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
                running: z
                  .object({ startedAt: z.string().optional() })
                  .optional(),
                terminated: endSchema.optional(),
              })
              .optional(),
            lastState: z
              .object({ terminated: endSchema.optional() })
              .optional(),
          }),
        )
        .optional(),
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
  const alone = network === 'regtest' && spec.replicas === 1;
  const id = Number(metadata.annotations[ANNOTATIONS.proposal]);
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    uid: metadata.uid,
    generation: metadata.generation,
    observedGeneration: status.observedGeneration,
    createdAt: metadata.creationTimestamp,
    owner: metadata.annotations[ANNOTATIONS.owner],
    proposalId: Number.isSafeInteger(id) && id > 0 ? id : undefined,
    network,
    replicas: spec.replicas,
    readyReplicas: status.readyReplicas,
    paused: spec.paused || metadata.annotations[ANNOTATIONS.paused] === 'true',
    peersExpected: !alone && !spec.monerod.args.includes('--offline'),
    conditions: status.conditions,
  };
}

/** @returns undefined for a pod that belongs to no node set */
export function observePod(raw: unknown): ObservedPod | undefined {
  const parsed = podSchema.safeParse(raw);
  if (!parsed.success) {
    return undefined;
  }
  const { metadata, spec, status } = parsed.data;
  const nodeSet = metadata.labels['app.kubernetes.io/instance'];
  if (!nodeSet || metadata.labels['app.kubernetes.io/name'] !== 'monerod') {
    return undefined;
  }
  return {
    namespace: metadata.namespace,
    uid: metadata.uid,
    nodeSet,
    metadata: {
      name: metadata.name,
      creationTimestamp: metadata.creationTimestamp,
      deletionTimestamp: metadata.deletionTimestamp,
      deletionGracePeriodSeconds: metadata.deletionGracePeriodSeconds,
    },
    spec,
    status,
  };
}
