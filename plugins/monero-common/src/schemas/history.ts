import { z } from 'zod';
import { isoTimeSchema } from './common';

/** How far back a chart looks. */
export const HISTORY_RANGES = ['1h', '24h', '7d', '90d'] as const;

export const historyRangeSchema = z.enum(HISTORY_RANGES);

/** A value that may not be known at that time. */
const valueSchema = z.number().nullable();

/** The past of one pod. All lists are as long as `times` of the answer. */
export const podHistorySchema = z.object({
  pod: z.string(),
  height: z.array(valueSchema),
  /** Blocks behind the best node, at worst within the step. */
  blocksBehind: z.array(valueSchema),
  /** Connections in both directions, at worst within the step. */
  peers: z.array(valueSchema),
  transactionPool: z.array(valueSchema),
  freeBytes: z.array(valueSchema),
  /** Hashes per second; miners alone. */
  hashrate: z.array(valueSchema),
});

/** Answer of `GET /history/:kind/:cluster/:namespace/:name`. */
export const historySchema = z.object({
  range: historyRangeSchema,
  /** Time between two points, in seconds. */
  stepSeconds: z.number().int().positive(),
  /** Time of the first point. */
  from: isoTimeSchema,
  /** Number of points. */
  points: z.number().int().nonnegative(),
  pods: z.array(podHistorySchema),
});

/** Query of that route. */
export const historyQuerySchema = z.object({
  range: historyRangeSchema.default('24h'),
});

export type HistoryRange = z.infer<typeof historyRangeSchema>;
export type PodHistory = z.infer<typeof podHistorySchema>;
export type History = z.infer<typeof historySchema>;
