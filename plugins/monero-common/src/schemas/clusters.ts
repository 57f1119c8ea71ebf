import { z } from 'zod';
import { isoTimeSchema } from './common';

/** What the portal's watch on a cluster is doing. */
export const clusterStateSchema = z.enum([
  'connected',
  'connecting',
  'unreachable',
]);

/** Who was to tell what the exporters of a cluster say does not answer. */
export const measuringAwaySchema = z.object({
  /** When it last answered, or was first asked. */
  since: isoTimeSchema,
  /** Why it does not, in a sentence. */
  reason: z.string(),
});

/** One cluster of the app's `kubernetes` configuration. */
export const clusterInfoSchema = z.object({
  name: z.string(),
  title: z.string().optional(),
  /** Reference of the catalog's entity that it was read from, if it was. */
  entityRef: z.string().optional(),
  /** Namespaces that a proposal may name; empty when the cluster takes none. */
  namespaces: z.array(z.string()),
  state: clusterStateSchema,
  /** When the state began. */
  since: isoTimeSchema,
  /** Why it is not connected, in a sentence. */
  error: z.string().optional(),
  /** Set while Prometheus, which is asked for this cluster, does not answer. */
  measuringAway: measuringAwaySchema.optional(),
  /** Number of Kubernetes nodes; absent while unknown. */
  kubeNodes: z.number().int().nonnegative().optional(),
});

/** Answer of `GET /clusters`. */
export const clusterListSchema = z.object({
  items: z.array(clusterInfoSchema),
});

export type ClusterState = z.infer<typeof clusterStateSchema>;
export type ClusterInfo = z.infer<typeof clusterInfoSchema>;
export type ClusterList = z.infer<typeof clusterListSchema>;
