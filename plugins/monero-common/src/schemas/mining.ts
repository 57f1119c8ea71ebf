import { z } from 'zod';
import { clusterInfoSchema } from './clusters';
import { isoTimeSchema } from './common';
import { objectHealthSchema, silentSchema } from './health';

/**
 * The state of one miner, in the words that every page uses.
 *
 * - `Mining`: has work, and hashes
 * - `Idle`: runs, and has no work or does not hash
 * - the others are those of a node
 */
export const minerStateSchema = z.enum([
  'Mining',
  'Idle',
  'Starting',
  'Pending',
  'Crash loop',
  'Stopping',
  'Unknown',
]);

/** One pod of a mining set with what its exporter told. Absent is unknown, never zero. */
export const minerHealthSchema = z.object({
  pod: z.string(),
  state: minerStateSchema,
  /** Why, in one sentence. */
  reason: z.string(),
  /** The same without what others said, where that makes it long; its finding then tells the whole. */
  brief: z.string().optional(),
  /** What happens next or what to do, in one sentence; absent when all is well. */
  next: z.string().optional(),
  since: isoTimeSchema.optional(),
  /** Who does not answer; absent while all do, and where nobody could. */
  silent: silentSchema.optional(),
  kubeNode: z.string().optional(),
  /** Hashes per second over the last ten seconds, minute and quarter of an hour. */
  hashrate10s: z.number().nonnegative().optional(),
  hashrate60s: z.number().nonnegative().optional(),
  hashrate15m: z.number().nonnegative().optional(),
  /** Results since xmrig was started; mining solo, an accepted one is a block. */
  sharesAccepted: z.number().int().nonnegative().optional(),
  sharesRejected: z.number().int().nonnegative().optional(),
  connected: z.boolean().optional(),
  /** Host and port that gives it work. */
  pool: z.string().optional(),
  /** Hashes that one result takes, on average. */
  difficulty: z.number().nonnegative().optional(),
  version: z.string().optional(),
  startedAt: isoTimeSchema.optional(),
  restarts: z.number().int().nonnegative().optional(),
  /** When its exporter last answered; the age of everything measured. */
  sampledAt: isoTimeSchema.optional(),
});

/** What a HorizontalPodAutoscaler does with the set. */
export const autoscalerSchema = z.object({
  name: z.string(),
  minReplicas: z.number().int().nonnegative(),
  maxReplicas: z.number().int().nonnegative(),
  currentReplicas: z.number().int().nonnegative().optional(),
  desiredReplicas: z.number().int().nonnegative().optional(),
  lastScaleAt: isoTimeSchema.optional(),
  /** What it measures against what it aims at: "cpu 43 % of 50 %". */
  metrics: z.array(z.string()),
  /** Why it does not scale as it would, in its own words. */
  trouble: z.string().optional(),
});

/** Kinds that give work to miners. */
export const daemonKindSchema = z.enum(['MoneroNodeSet', 'MoneroNetwork']);

/** What gives work, in the namespace of the miners. */
export const daemonRefSchema = z.object({
  kind: daemonKindSchema,
  name: z.string(),
});

/** A mining set as it is now. */
export const miningSetHealthSchema = objectHealthSchema.extend({
  miners: z.array(minerHealthSchema),
  /** Sum over the miners that are measured, over the last minute; absent when none is. */
  hashrate: z.number().nonnegative().optional(),
  /** Who gives work: an address of a pool, or a node set or network of the same namespace. */
  workFrom: z.object({
    kind: z.enum(['pool', 'daemon', 'unknown']),
    name: z.string().optional(),
    /** Of a daemon: what it is. */
    daemonKind: daemonKindSchema.optional(),
    /** Of a daemon: nodes in sync, which alone give work. */
    inSync: z.number().int().nonnegative().optional(),
    replicas: z.number().int().nonnegative().optional(),
  }),
  autoscaler: autoscalerSchema.optional(),
});

/** Answer of `GET /mining-sets`. */
export const miningSetListSchema = z.object({
  items: z.array(miningSetHealthSchema),
  clusters: z.array(clusterInfoSchema),
});

export type DaemonRef = z.infer<typeof daemonRefSchema>;
export type MinerState = z.infer<typeof minerStateSchema>;
export type MinerHealth = z.infer<typeof minerHealthSchema>;
export type Autoscaler = z.infer<typeof autoscalerSchema>;
export type MiningSetHealth = z.infer<typeof miningSetHealthSchema>;
export type MiningSetList = z.infer<typeof miningSetListSchema>;
