import { z } from 'zod';
import { clusterInfoSchema } from './clusters';
import { isoTimeSchema } from './common';

/**
 * The state of one node, in the words that every page uses.
 *
 * - `In sync`: at the top of the chain, wallets are served from it
 * - `Behind`: catching up, `blocksBehind` says how far
 * - `Stuck`: behind, and its height has not moved for minutes
 * - `Peerless`: no connection to any other node
 * - `Starting`: the pod runs, monerod does not answer yet
 * - `Pending`: the pod does not run yet (no machine, no image, no volume)
 * - `Crash loop`: monerod ends again and again
 * - `Stopping`: the pod is being ended, by a rollout or a smaller set
 * - `Unknown`: nothing current is known
 */
export const nodeStateSchema = z.enum([
  'In sync',
  'Behind',
  'Stuck',
  'Peerless',
  'Starting',
  'Pending',
  'Crash loop',
  'Stopping',
  'Unknown',
]);

/** One pod of a node set with what its exporter told. Absent is unknown, never zero. */
export const nodeHealthSchema = z.object({
  pod: z.string(),
  state: nodeStateSchema,
  /** Why, in one sentence: "184 blocks behind, about 6 min." */
  reason: z.string(),
  /** What happens next or what to do, in one sentence; absent when all is well. */
  next: z.string().optional(),
  /** When this state was first seen. */
  since: isoTimeSchema.optional(),
  kubeNode: z.string().optional(),
  height: z.number().int().nonnegative().optional(),
  targetHeight: z.number().int().nonnegative().optional(),
  /** 0 when in sync; absent when unknown. */
  blocksBehind: z.number().int().nonnegative().optional(),
  /** Time until it is in sync at the measured speed, in seconds. */
  secondsLeft: z.number().nonnegative().optional(),
  peersIn: z.number().int().nonnegative().optional(),
  peersOut: z.number().int().nonnegative().optional(),
  /** Version that monerod tells, such as "0.18.4.0-release". */
  version: z.string().optional(),
  databaseBytes: z.number().nonnegative().optional(),
  /** Free space on the node's volume, in bytes. */
  freeBytes: z.number().nonnegative().optional(),
  transactionPool: z.number().int().nonnegative().optional(),
  /** Time in the header of its top block. */
  lastBlockAt: isoTimeSchema.optional(),
  topHash: z.string().optional(),
  /** When monerod's container was started. */
  startedAt: isoTimeSchema.optional(),
  /** How often monerod's container was restarted. */
  restarts: z.number().int().nonnegative().optional(),
  /** When its exporter last answered; the age of everything measured. */
  sampledAt: isoTimeSchema.optional(),
});

/** The state of a node set as a whole. */
export const verdictStateSchema = z.enum([
  'Healthy',
  'Degraded',
  'Down',
  'Progressing',
  'Paused',
  'Unknown',
]);

/** The sentence that stands first on every page. */
export const verdictSchema = z.object({
  state: verdictStateSchema,
  /** What works and what does not: "2 of 3 nodes in sync. Wallets are served." */
  headline: z.string(),
  /** Which node, since when, why, and what happens next. */
  detail: z.string().optional(),
});

/** A Kubernetes condition of the custom resource, as the operator wrote it. */
export const conditionSchema = z.object({
  type: z.string(),
  status: z.string(),
  reason: z.string().optional(),
  message: z.string().optional(),
  lastTransitionTime: z.string().optional(),
  observedGeneration: z.number().optional(),
});

/** A node set as it is now. */
export const nodeSetHealthSchema = z.object({
  cluster: z.string(),
  namespace: z.string(),
  name: z.string(),
  uid: z.string(),
  /** Entity reference such as `group:default/wallets`. */
  owner: z.string().optional(),
  network: z.string(),
  /** Wanted nodes. */
  replicas: z.number().int().nonnegative(),
  readyReplicas: z.number().int().nonnegative(),
  generation: z.number().int(),
  observedGeneration: z.number().int().optional(),
  /** Proposal that last wrote the object, from its annotation. */
  proposalId: z.number().int().optional(),
  conditions: z.array(conditionSchema),
  verdict: verdictSchema,
  nodes: z.array(nodeHealthSchema),
  /** When this was last known to be true; the age of the answer. */
  asOf: isoTimeSchema,
  /** True when the cluster cannot be reached and this is the last known state. */
  stale: z.boolean(),
  paused: z.boolean(),
  createdAt: isoTimeSchema,
  rpc: z.object({
    /** Where wallets in the cluster connect, host and port. */
    clusterDns: z.string(),
  }),
});

/** Answer of `GET /node-sets`: the clusters tell which part of the list is stale. */
export const nodeSetListSchema = z.object({
  items: z.array(nodeSetHealthSchema),
  clusters: z.array(clusterInfoSchema),
});

export type NodeState = z.infer<typeof nodeStateSchema>;
export type NodeHealth = z.infer<typeof nodeHealthSchema>;
export type VerdictState = z.infer<typeof verdictStateSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type Condition = z.infer<typeof conditionSchema>;
export type NodeSetHealth = z.infer<typeof nodeSetHealthSchema>;
export type NodeSetList = z.infer<typeof nodeSetListSchema>;
