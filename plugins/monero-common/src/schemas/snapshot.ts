import { z } from 'zod';
import { clusterInfoSchema } from './clusters';
import { isoTimeSchema, moneroKindSchema } from './common';
import { findingSchema, findingSeveritySchema } from './findings';
import { verdictSchema } from './health';
import { daemonRefSchema } from './mining';

/** One object of any kind in a line; the whole fleet fits into one answer. */
export const fleetItemSchema = z.object({
  kind: moneroKindSchema,
  cluster: z.string(),
  namespace: z.string(),
  name: z.string(),
  uid: z.string(),
  owner: z.string().optional(),
  system: z.string().optional(),
  labels: z.record(z.string()).optional(),
  /** Chain; absent for mining sets, whose pool may mine any. */
  network: z.string().optional(),
  /** Name of the MoneroNetwork that a node set is a member of. */
  memberOf: z.string().optional(),
  /** Of a mining set: what gives it work, unless that is a pool. */
  daemon: daemonRefSchema.optional(),
  replicas: z.number().int().nonnegative(),
  readyReplicas: z.number().int().nonnegative(),
  verdict: verdictSchema.pick({ state: true, headline: true }),
  /** The worst thing that was found. */
  finding: findingSchema
    .pick({ code: true, what: true, since: true })
    .optional(),
  /** Of the worst finding; absent when there is none. */
  severity: findingSeveritySchema.optional(),
  /** Versions that run, lowest first. */
  versions: z.array(z.string()),
  /** Hashes per second; mining sets alone. */
  hashrate: z.number().nonnegative().optional(),
  proposalId: z.number().int().optional(),
  paused: z.boolean(),
  stale: z.boolean(),
  /** When a stale item was last true. */
  asOf: isoTimeSchema.optional(),
});

/** Names an object of the fleet. */
export const fleetKeySchema = z.object({
  kind: moneroKindSchema,
  cluster: z.string(),
  namespace: z.string(),
  name: z.string(),
});

/** Answer of `GET /snapshot`: everything, or what has changed since. */
export const snapshotSchema = z.object({
  /** Changes whenever the backend forgets its revisions; names the run of it. */
  epoch: z.string(),
  /** Pass it as `since` to get later changes alone. */
  revision: z.number().int().nonnegative(),
  /** Whether `items` is all there is, rather than what has changed. */
  complete: z.boolean(),
  items: z.array(fleetItemSchema),
  /** Gone since; empty in a complete answer. */
  removed: z.array(fleetKeySchema),
  clusters: z.array(clusterInfoSchema),
  /** True until the catalog has said which clusters there are: some are missing. */
  locating: z.boolean().optional(),
});

/** Query of `GET /snapshot`; without it the answer is complete. */
export const snapshotQuerySchema = z.object({
  epoch: z.string().max(64).optional(),
  since: z.coerce.number().int().nonnegative().optional(),
});

export type FleetItem = z.infer<typeof fleetItemSchema>;
export type FleetKey = z.infer<typeof fleetKeySchema>;
export type Snapshot = z.infer<typeof snapshotSchema>;
export type SnapshotQuery = z.infer<typeof snapshotQuerySchema>;
