import { z } from 'zod';
import { isoTimeSchema } from './common';

/**
 * How much a finding matters, worst first.
 *
 * - `critical`: something does not work, and will not by itself
 * - `warning`: works, but wants a look
 * - `info`: explains what is going on; passes by itself
 */
export const FINDING_SEVERITIES = ['critical', 'warning', 'info'] as const;

export const findingSeveritySchema = z.enum(FINDING_SEVERITIES);

/** What kind of thing was found; stable, for filters, alerts and notifications. */
export const FINDING_CODES = [
  'ClusterAway',
  'MeasuringAway',
  'OperatorSilent',
  'Stalled',
  'Paused',
  'RolloutWaiting',
  'CrashLoop',
  'Pending',
  'DaemonSilent',
  'ExporterDown',
  'Forked',
  'Peerless',
  'Stuck',
  'Behind',
  'DiskNearlyFull',
  'VersionBehind',
  'ClockSkew',
  'LinksMissing',
  'NotRelaying',
  'ServiceUnpublished',
  'NoHashrate',
  'RejectedShares',
  'DaemonNotInSync',
] as const;

export const findingCodeSchema = z.enum(FINDING_CODES);

/** One thing that is wrong or under way, with what shows it. */
export const findingSchema = z.object({
  code: findingCodeSchema,
  severity: findingSeveritySchema,
  /** Pod that it is about; absent when it is about the whole object. */
  pod: z.string().optional(),
  /** What is wrong, in a few words: "web-1 is forked". */
  what: z.string(),
  /** What was measured or said that shows it, in a sentence. Never empty. */
  evidence: z.string().min(1),
  /** What happens next by itself, or what to do, in a sentence. */
  next: z.string().min(1),
  /** Since when; absent until that is known. */
  since: isoTimeSchema.optional(),
});

export type FindingSeverity = z.infer<typeof findingSeveritySchema>;
export type FindingCode = z.infer<typeof findingCodeSchema>;
export type Finding = z.infer<typeof findingSchema>;
