import { z } from 'zod';
import { isoTimeSchema } from './common';
import { fleetKeySchema } from './snapshot';

/** What is remembered of every pod, in the units of its health. */
export const SERIES = [
  'blocksBehind',
  'peersIn',
  'peersOut',
  'peersAnonymous',
  'transactionPool',
  'databaseBytes',
  'freeBytes',
  'hashrate',
] as const;

export const seriesNameSchema = z.enum(SERIES);

/** A week at a point a minute, and what is kept in coarser points. */
export const MOST_HISTORY_HOURS = 90 * 24;

/** Query of `GET /history/:kind/:cluster/:namespace/:name`. */
export const historyQuerySchema = z.object({
  /** How far back from now, in hours. */
  hours: z.coerce
    .number()
    .int('is a whole number')
    .min(1, 'is at least 1')
    .max(MOST_HISTORY_HOURS, `is at most ${MOST_HISTORY_HOURS}`)
    .default(24),
  /** How many points a series has at most. */
  points: z.coerce
    .number()
    .int('is a whole number')
    .min(2, 'is at least 2')
    .max(1000, 'is at most 1000')
    .default(240),
});

/** Values at `from`, `from + stepSeconds`, ...; null where nothing was measured. */
const valuesSchema = z.array(z.number().nullable());

/** What the pods of one object were like, as means over each step. */
export const historySchema = z.object({
  from: isoTimeSchema,
  stepSeconds: z.number().int().positive(),
  pods: z.array(
    z.object({
      pod: z.string(),
      /** Series of which nothing was measured are absent. */
      series: z.record(seriesNameSchema, valuesSchema),
    }),
  ),
});

/** Answer of `GET /history`: the last day of the whole fleet, in half hours. */
export const fleetHistorySchema = z.object({
  from: isoTimeSchema,
  stepSeconds: z.number().int().positive(),
  /** Node sets and networks of which anything was measured. */
  items: z.array(
    fleetKeySchema.extend({
      /** Most blocks that one of its nodes was behind in each step. */
      blocksBehind: valuesSchema,
    }),
  ),
});

export type FleetHistory = z.infer<typeof fleetHistorySchema>;
export type SeriesName = z.infer<typeof seriesNameSchema>;
export type HistoryQuery = z.input<typeof historyQuerySchema>;
export type History = z.infer<typeof historySchema>;
