import { z } from 'zod';
import { clusterInfoSchema, measuringAwaySchema } from './clusters';
import { isoTimeSchema } from './common';
import { findingSchema } from './findings';
import { changeFields } from './rollout';

/**
 * The state of one node, in the words that every page uses.
 *
 * - `In sync`: at the top of the chain; wallets are served from it, unless `relaying` is false
 * - `Behind`: catching up, `blocksBehind` says how far
 * - `Stuck`: behind, and its height has not moved for minutes
 * - `Forked`: follows another chain than most of the nodes that belong to it
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
  'Forked',
  'Peerless',
  'Starting',
  'Pending',
  'Crash loop',
  'Stopping',
  'Unknown',
]);

/**
 * Who of a pod does not answer: the program itself, which its exporter says; the
 * exporter, so that nothing is known of the program; or the source that was to
 * tell what the exporter says.
 */
export const silentSchema = z.enum(['program', 'exporter', 'source']);

/** A node's own address on Tor or I2P: whether others find it. */
export const addressServiceSchema = z.object({
  network: z.enum(['tor', 'i2p']),
  /** Who is led to the node by it: peers, or wallets. */
  service: z.enum(['p2p', 'rpc']),
  published: z.boolean(),
  /** Why they do not find it, in one sentence; absent when they do. */
  reason: z.string().optional(),
  /** Since when it has not been published; absent when it is. */
  since: isoTimeSchema.optional(),
});

/** One pod of a node set with what its exporter told. Absent is unknown, never zero. */
export const nodeHealthSchema = z.object({
  pod: z.string(),
  state: nodeStateSchema,
  /** Why, in one sentence: "184 blocks behind, about 6 min." */
  reason: z.string(),
  /** The same without what others said, where that makes it long; its finding then tells the whole. */
  brief: z.string().optional(),
  /** What happens next or what to do, in one sentence; absent when all is well. */
  next: z.string().optional(),
  /** When this state was first seen. */
  since: isoTimeSchema.optional(),
  /** Who does not answer; absent while all do, and where nobody could. */
  silent: silentSchema.optional(),
  kubeNode: z.string().optional(),
  height: z.number().int().nonnegative().optional(),
  targetHeight: z.number().int().nonnegative().optional(),
  /** 0 when in sync; absent when unknown. */
  blocksBehind: z.number().int().nonnegative().optional(),
  /** Time until it is in sync at the measured speed, in seconds. */
  secondsLeft: z.number().nonnegative().optional(),
  peersIn: z.number().int().nonnegative().optional(),
  peersOut: z.number().int().nonnegative().optional(),
  /** Since when a node of a public network has no peer that it chose itself. */
  noPeersOutSince: isoTimeSchema.optional(),
  /** Links over Tor and I2P, in both directions; counted in `peersIn` and `peersOut`, too. */
  peersAnonymous: z.number().int().nonnegative().optional(),
  peersAnonymousIn: z.number().int().nonnegative().optional(),
  peersAnonymousOut: z.number().int().nonnegative().optional(),
  /** Version that monerod tells, such as "0.18.4.0-release". */
  version: z.string().optional(),
  databaseBytes: z.number().nonnegative().optional(),
  /** Free space on the node's volume, in bytes. */
  freeBytes: z.number().nonnegative().optional(),
  /** When the volume is full if it goes on like this; absent while that is not known. */
  diskFullAt: isoTimeSchema.optional(),
  transactionPool: z.number().int().nonnegative().optional(),
  /** Time in the header of its top block. */
  lastBlockAt: isoTimeSchema.optional(),
  topHash: z.string().optional(),
  /** Hashes that the next block takes, on average. */
  difficulty: z.number().nonnegative().optional(),
  /** How far its machine's clock is ahead of the portal's, in seconds. */
  clockSkewSeconds: z.number().optional(),
  /** Its own address on Tor, host without port. */
  onionAddress: z.string().optional(),
  /** Its own address on I2P, host without port. */
  i2pAddress: z.string().optional(),
  /** False while it keeps transactions for lack of a peer on Tor or I2P, and wallets are not led to it; absent where it needs none. */
  relaying: z.boolean().optional(),
  /** Whether others find these addresses; absent while nobody tells. */
  services: z.array(addressServiceSchema).optional(),
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
  'Forked',
  'Not closed',
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

/** What the health of every kind tells. */
export const objectHealthSchema = z.object({
  cluster: z.string(),
  namespace: z.string(),
  name: z.string(),
  uid: z.string(),
  /** Entity reference such as `group:default/wallets`. */
  owner: z.string().optional(),
  /** Entity reference of the system it belongs to, from its annotation or label. */
  system: z.string().optional(),
  /** Labels of the custom resource, 32 at most. */
  labels: z.record(z.string()).optional(),
  /** Wanted pods or members. */
  replicas: z.number().int().nonnegative(),
  readyReplicas: z.number().int().nonnegative(),
  generation: z.number().int(),
  observedGeneration: z.number().int().optional(),
  /** Proposal that last wrote the object, from its annotation. */
  proposalId: z.number().int().optional(),
  conditions: z.array(conditionSchema),
  verdict: verdictSchema,
  /** What is wrong or under way, worst first. */
  findings: z.array(findingSchema),
  /** When this was last known to be true; the age of the answer. */
  asOf: isoTimeSchema,
  /** True when the cluster cannot be reached and this is the last known state. */
  stale: z.boolean(),
  /** Set while nobody measures the pods of the cluster; the rest is current. */
  measuringAway: measuringAwaySchema.optional(),
  paused: z.boolean(),
  createdAt: isoTimeSchema,
});

/** A node set as it is now. */
export const nodeSetHealthSchema = objectHealthSchema.extend({
  ...changeFields,
  network: z.string(),
  /** Name of the MoneroNetwork that it is a member of. */
  memberOf: z.string().optional(),
  nodes: z.array(nodeHealthSchema),
  rpc: z.object({
    /** Where wallets in the cluster connect, host and port. */
    clusterDns: z.string(),
    /** Where wallets outside the cluster connect, host and port. */
    external: z.string().optional(),
    /** Onion service of the whole set, host and port. */
    onion: z.string().optional(),
    /** Whether wallets find it; absent while nobody tells. */
    onionService: addressServiceSchema.optional(),
  }),
});

/** Answer of `GET /node-sets`: the clusters tell which part of the list is stale. */
export const nodeSetListSchema = z.object({
  items: z.array(nodeSetHealthSchema),
  clusters: z.array(clusterInfoSchema),
});

export type AddressService = z.infer<typeof addressServiceSchema>;
export type Silent = z.infer<typeof silentSchema>;
export type NodeState = z.infer<typeof nodeStateSchema>;
export type NodeHealth = z.infer<typeof nodeHealthSchema>;
export type VerdictState = z.infer<typeof verdictStateSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type Condition = z.infer<typeof conditionSchema>;
export type ObjectHealth = z.infer<typeof objectHealthSchema>;
export type NodeSetHealth = z.infer<typeof nodeSetHealthSchema>;
export type NodeSetList = z.infer<typeof nodeSetListSchema>;
