import { KINDS } from '@monero-portal/monero-api';
import { z } from 'zod';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/**
 * A point in time, ISO 8601. As `z.string().datetime()` has it, which makes
 * its expression anew for every string: a list of a thousand sets has 20,000.
 */
export const isoTimeSchema = z
  .string()
  .regex(z.datetimeRegex({ offset: true }), 'Invalid datetime');

/** A Kubernetes name of at most 63 characters; safe as one segment of a path. */
export const dnsLabelSchema = z
  .string()
  .max(63, 'may have at most 63 characters')
  .regex(
    DNS_LABEL,
    'may hold lower case letters, digits and dashes, and starts and ends with a letter or digit',
  );

/** Name of a cluster, as in the app's `kubernetes` configuration. */
export const clusterNameSchema = z
  .string()
  .max(63, 'may have at most 63 characters')
  .regex(
    /^[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?$/,
    'may hold letters, digits, dots, dashes and underscores, and starts and ends with a letter or digit',
  )
  .refine(name => !name.includes('..'), 'may not hold two dots in a row');

/** Address of a node set. */
export const nodeSetRefSchema = z.object({
  cluster: clusterNameSchema,
  namespace: dnsLabelSchema,
  name: dnsLabelSchema,
});

/** A kind of custom resource that can be proposed. */
export const moneroKindSchema = z.enum(KINDS);

/** Address of a custom resource of any of the three kinds. */
export const objectRefSchema = nodeSetRefSchema.extend({
  kind: moneroKindSchema,
});

export type MoneroKind = z.infer<typeof moneroKindSchema>;
export type ObjectRef = z.infer<typeof objectRefSchema>;
