import type { MoneroNodeSet } from '@monero-portal/monero-api';
import { ANNOTATIONS, netTypeOf } from '@monero-portal/monero-api';
import {
  conditionSchema,
  type Condition,
  type MoneroKind,
  type PodLike,
} from '@monero-portal/plugin-monero-common';
import { z } from 'zod';

/** What the portal keeps of an object of any kind, to follow a proposal. */
export interface ObservedObject {
  kind: MoneroKind;
  namespace: string;
  name: string;
  uid: string;
  generation: number;
  observedGeneration?: number;
  createdAt: string;
  owner?: string;
  proposalId?: number;
  /** It is being removed, and goes when everything that holds it has let go. */
  deleting: boolean;
  /** Name of the object that it is a part of, such as a member's network. */
  partOf?: string;
  conditions: Condition[];
}

/** What the portal keeps of a MoneroNodeSet. */
export interface ObservedNodeSet extends ObservedObject {
  network: string;
  replicas: number;
  readyReplicas: number;
  paused: boolean;
  /** False when its nodes have no peers by design. */
  peersExpected: boolean;
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
  ownerReferences: z
    .array(
      z.object({ name: z.string(), controller: z.boolean().default(false) }),
    )
    .default([]),
});

const statusSchema = z.object({
  observedGeneration: z.number().optional(),
  readyReplicas: z.number().default(0),
  conditions: z.array(conditionSchema).default([]),
});

const objectSchema = z.object({
  metadata: metadataSchema,
  status: statusSchema.default({}),
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
  status: statusSchema.default({}),
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
  return {
    ...common('MoneroNodeSet', parsed.data),
    network,
    replicas: spec.replicas,
    readyReplicas: status.readyReplicas,
    paused: spec.paused || metadata.annotations[ANNOTATIONS.paused] === 'true',
    peersExpected: !alone && !spec.monerod.args.includes('--offline'),
  };
}

/** @returns undefined for an object that looks like none of ours */
export function observeObject(
  kind: MoneroKind,
  raw: unknown,
): ObservedObject | undefined {
  const parsed = objectSchema.safeParse(raw);
  return parsed.success ? common(kind, parsed.data) : undefined;
}

function common(
  kind: MoneroKind,
  { metadata, status }: z.output<typeof objectSchema>,
): ObservedObject {
  const id = Number(metadata.annotations[ANNOTATIONS.proposal]);
  return {
    kind,
    namespace: metadata.namespace,
    name: metadata.name,
    uid: metadata.uid,
    generation: metadata.generation,
    observedGeneration: status.observedGeneration,
    createdAt: metadata.creationTimestamp,
    owner: metadata.annotations[ANNOTATIONS.owner],
    proposalId: Number.isSafeInteger(id) && id > 0 ? id : undefined,
    deleting: metadata.deletionTimestamp !== undefined,
    partOf: metadata.ownerReferences.find(({ controller }) => controller)?.name,
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
