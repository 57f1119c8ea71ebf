import { z } from 'zod';
import {
  identityOf,
  metadataSchema,
  statusFields,
  updateStrategySchema,
  type Changing,
  type ObservedObject,
} from './observedObject';

/** What the portal keeps of a MoneroNetwork. */
export interface ObservedNetwork extends ObservedObject, Changing {}

const memberSchema = z
  .object({
    updateStrategy: updateStrategySchema,
    monerod: z.object({ image: z.string().optional() }).default({}),
  })
  .default({});

const networkSchema = z.object({
  metadata: metadataSchema,
  spec: z
    .object({
      replicas: z.number().default(3),
      paused: z.boolean().default(false),
      template: z.object({ spec: memberSchema }).default({}),
    })
    .default({}),
  status: z
    .object({
      ...statusFields,
      members: z
        .array(
          z.object({
            nodeSet: z.string(),
            inSync: z.boolean().default(false),
          }),
        )
        .default([]),
    })
    .default({}),
});

/** @returns undefined for an object that does not look like a MoneroNetwork */
export function observeNetwork(raw: unknown): ObservedNetwork | undefined {
  const parsed = networkSchema.safeParse(raw);
  if (!parsed.success) {
    return undefined;
  }
  const { spec, status } = parsed.data;
  const member = spec.template.spec;
  return {
    ...identityOf('MoneroNetwork', parsed.data),
    maxUnavailable: member.updateStrategy.maxUnavailable,
    image: member.monerod.image,
    parts: status.members.map(({ nodeSet, inSync }) => ({
      name: nodeSet,
      inSync,
    })),
  };
}
