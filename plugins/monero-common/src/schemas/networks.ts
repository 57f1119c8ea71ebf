import { z } from 'zod';
import { clusterInfoSchema } from './clusters';
import { nodeHealthSchema, objectHealthSchema } from './health';
import { changeFields } from './rollout';

/** One member of a network: a node set of one node. */
export const networkMemberSchema = z.object({
  /** Number at the end of its name, from 0. */
  ordinal: z.number().int().nonnegative(),
  /** Name of its MoneroNodeSet. */
  nodeSet: z.string(),
  /** Absent while it has no pod. */
  node: nodeHealthSchema.optional(),
});

/** A pair of members, lower number first. */
export const memberPairSchema = z.tuple([
  z.number().int().nonnegative(),
  z.number().int().nonnegative(),
]);

/** Who is connected to whom. Pairs that are in neither list are connected. */
export const networkLinksSchema = z.object({
  /** Pairs that ought to be connected: n × (n - 1) / 2. */
  expected: z.number().int().nonnegative(),
  /** Pairs of which one tells that the link is not there. */
  missing: z.array(memberPairSchema),
  /** Pairs of which nothing current is known. */
  unknown: z.array(memberPairSchema),
});

/** A closed network as it is now. */
export const networkHealthSchema = objectHealthSchema.extend({
  ...changeFields,
  network: z.string(),
  members: z.array(networkMemberSchema),
  links: networkLinksSchema,
});

/** Answer of `GET /networks`. */
export const networkListSchema = z.object({
  items: z.array(networkHealthSchema),
  clusters: z.array(clusterInfoSchema),
});

export type NetworkMember = z.infer<typeof networkMemberSchema>;
export type MemberPair = z.infer<typeof memberPairSchema>;
export type NetworkLinks = z.infer<typeof networkLinksSchema>;
export type NetworkHealth = z.infer<typeof networkHealthSchema>;
export type NetworkList = z.infer<typeof networkListSchema>;
