import { z } from 'zod';

/** One thing that is wrong with a manifest, in the words of the API server. */
export const violationSchema = z.object({
  /** Such as `spec.monerod.args[2]`; empty for the whole object. */
  path: z.string(),
  message: z.string(),
  value: z.unknown().optional(),
});

export type ManifestViolation = z.infer<typeof violationSchema>;

const carrierSchema = z.object({ violations: z.array(violationSchema) });

/**
 * The violations that came with an error: thrown by the backend, or received
 * from it (there they are on the `cause` of the response error).
 *
 * @returns an empty list when the error carries none
 */
export function violationsOf(error: unknown): ManifestViolation[] {
  const own = carrierSchema.safeParse(error);
  if (own.success) {
    return own.data.violations;
  }
  const cause = error instanceof Error ? error.cause : undefined;
  const inner = carrierSchema.safeParse(cause);
  return inner.success ? inner.data.violations : [];
}
