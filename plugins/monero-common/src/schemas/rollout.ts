import { z } from 'zod';

/** How far a change has come that replaces nodes, or changes members, one after the other. */
export const rolloutSchema = z.object({
  /** On what was asked for last; all of them while the last one is still waited for. */
  updated: z.number().int().nonnegative(),
  /** The pod, or the member's node set, that is not in sync yet; absent when none is known. */
  waitsFor: z.string().optional(),
  /** Images of monerod, while pods run another one than was asked for. */
  image: z.object({ from: z.string(), to: z.string() }).optional(),
});

/** What is told of changes to an object whose nodes are in sync or not. */
export const changeFields = {
  /** How many may be away at once during a change. */
  maxUnavailable: z.number().int().positive(),
  /** Absent while no change is under way, and where its operator does not tell how far it is. */
  rollout: rolloutSchema.optional(),
};

export type Rollout = z.infer<typeof rolloutSchema>;
