import { ANNOTATIONS } from '@monero-portal/monero-api';
import type {
  Condition,
  MoneroKind,
} from '@monero-portal/plugin-monero-common';
import { conditionSchema } from '@monero-portal/plugin-monero-common';
import { z } from 'zod';

/** Annotation on a custom resource: entity reference of its system. */
const SYSTEM_ANNOTATION = 'utxo.com.br/system';
/** More labels than anybody sorts by. */
const MOST_LABELS = 32;

/** What the portal keeps of every kind. */
export interface ObservedObject {
  kind: MoneroKind;
  namespace: string;
  name: string;
  uid: string;
  generation: number;
  observedGeneration?: number;
  createdAt: string;
  owner?: string;
  system?: string;
  labels: Record<string, string>;
  proposalId?: number;
  replicas: number;
  readyReplicas: number;
  /** How many are on what was asked for last; absent: its operator does not tell. */
  updatedReplicas?: number;
  paused: boolean;
  /** It is being removed, and goes when everything that holds it has let go. */
  deleting: boolean;
  /** Name of the object that it is a part of, such as a member's network. */
  partOf?: string;
  conditions: Condition[];
}

/** What the portal keeps of what changes one part after the other. */
export interface Changing {
  /** How many may be away at once during a change. */
  maxUnavailable: number;
  /** Image of monerod that was asked for, as far as that is told. */
  image?: string;
  /** Its nodes or members by ordinal, as its operator sees them. */
  parts: readonly { name: string; inSync: boolean }[];
}

/** How a change reaches what runs; the default is that of the CRD. */
export const updateStrategySchema = z
  .object({ maxUnavailable: z.number().int().positive().default(1) })
  .default({});

/** The metadata of any object, as far as it is looked at. */
export const metadataSchema = z.object({
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

/** What the status of every kind has. */
export const statusFields = {
  observedGeneration: z.number().optional(),
  readyReplicas: z.number().default(0),
  updatedReplicas: z.number().int().nonnegative().optional(),
  conditions: z.array(conditionSchema).default([]),
};

/** An object of ours whose parts have been checked. */
export interface ParsedObject {
  metadata: z.infer<typeof metadataSchema>;
  spec: { replicas: number; paused: boolean };
  status: {
    observedGeneration?: number;
    readyReplicas: number;
    updatedReplicas?: number;
    conditions: Condition[];
  };
}

/** What every kind tells of itself in the same places. */
export function identityOf(
  kind: MoneroKind,
  { metadata, spec, status }: ParsedObject,
): ObservedObject {
  const { annotations } = metadata;
  const id = Number(annotations[ANNOTATIONS.proposal]);
  return {
    kind,
    namespace: metadata.namespace,
    name: metadata.name,
    uid: metadata.uid,
    generation: metadata.generation,
    observedGeneration: status.observedGeneration,
    createdAt: metadata.creationTimestamp,
    owner: annotations[ANNOTATIONS.owner],
    system: annotations[SYSTEM_ANNOTATION],
    labels: Object.fromEntries(
      Object.entries(metadata.labels).slice(0, MOST_LABELS),
    ),
    proposalId: Number.isSafeInteger(id) && id > 0 ? id : undefined,
    replicas: spec.replicas,
    readyReplicas: status.readyReplicas,
    updatedReplicas: status.updatedReplicas,
    paused: spec.paused || annotations[ANNOTATIONS.paused] === 'true',
    deleting: metadata.deletionTimestamp !== undefined,
    partOf: metadata.ownerReferences.find(({ controller }) => controller)?.name,
    conditions: status.conditions,
  };
}
