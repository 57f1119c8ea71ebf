import { z } from 'zod';
import {
  identityOf,
  metadataSchema,
  statusFields,
  type ObservedObject,
} from './observedObject';

/** What the portal keeps of a MoneroNetwork. */
export type ObservedNetwork = ObservedObject;

const networkSchema = z.object({
  metadata: metadataSchema,
  spec: z
    .object({
      replicas: z.number().default(3),
      paused: z.boolean().default(false),
    })
    .default({}),
  status: z.object(statusFields).default({}),
});

/** @returns undefined for an object that does not look like a MoneroNetwork */
export function observeNetwork(raw: unknown): ObservedNetwork | undefined {
  const parsed = networkSchema.safeParse(raw);
  return parsed.success ? identityOf('MoneroNetwork', parsed.data) : undefined;
}
