import { MINING_NODE_SET } from '@monero-portal/monero-api';
import {
  daemonRefSchema,
  type Autoscaler,
  type DaemonRef,
} from '@monero-portal/plugin-monero-common';
import { z } from 'zod';
import {
  identityOf,
  metadataSchema,
  statusFields,
  type ObservedObject,
} from './observedObject';

/** What the portal keeps of a MoneroMiningNodeSet. */
export interface ObservedMiningSet extends ObservedObject {
  /** What gives work, in the same namespace. */
  daemon?: DaemonRef;
  /** Address of the pool, from its arguments. */
  pool?: string;
}

/** What the portal keeps of a HorizontalPodAutoscaler. */
export interface ObservedAutoscaler extends Autoscaler {
  namespace: string;
  /** Name of the mining set that it scales. */
  target: string;
}

const miningSetSchema = z.object({
  metadata: metadataSchema,
  spec: z
    .object({
      replicas: z.number().default(1),
      paused: z.boolean().default(false),
      daemonRef: daemonRefSchema
        .extend({ kind: daemonRefSchema.shape.kind.default('MoneroNodeSet') })
        .optional(),
      xmrig: z.object({ args: z.array(z.string()).default([]) }).default({}),
    })
    .default({}),
  status: z.object(statusFields).default({}),
});

/** @returns undefined for an object that does not look like a MoneroMiningNodeSet */
export function observeMiningSet(raw: unknown): ObservedMiningSet | undefined {
  const parsed = miningSetSchema.safeParse(raw);
  if (!parsed.success) {
    return undefined;
  }
  const { spec } = parsed.data;
  return {
    ...identityOf('MoneroMiningNodeSet', parsed.data),
    daemon: spec.daemonRef,
    pool: poolIn(spec.xmrig.args),
  };
}

/** The first pool that xmrig is told: `-o HOST`, `--url HOST`, `--url=HOST`. */
function poolIn(args: readonly string[]): string | undefined {
  const index = args.findIndex(each => each === '-o' || each === '--url');
  return index >= 0
    ? args[index + 1]
    : args.find(each => each.startsWith('--url='))?.slice('--url='.length);
}

const utilisationSchema = z.object({
  averageUtilization: z.number().optional(),
  averageValue: z.string().optional(),
});

const autoscalerSchema = z.object({
  metadata: metadataSchema,
  spec: z.object({
    scaleTargetRef: z.object({ kind: z.string(), name: z.string() }),
    minReplicas: z.number().default(1),
    maxReplicas: z.number(),
    metrics: z
      .array(
        z.object({
          resource: z
            .object({ name: z.string(), target: utilisationSchema })
            .optional(),
        }),
      )
      .default([]),
  }),
  status: z
    .object({
      currentReplicas: z.number().optional(),
      desiredReplicas: z.number().optional(),
      lastScaleTime: z.string().optional(),
      currentMetrics: z
        .array(
          z.object({
            resource: z
              .object({ name: z.string(), current: utilisationSchema })
              .optional(),
          }),
        )
        .nullish(),
      conditions: z
        .array(
          z.object({
            type: z.string(),
            status: z.string(),
            message: z.string().optional(),
          }),
        )
        .default([]),
    })
    .default({}),
});

type Parsed = z.infer<typeof autoscalerSchema>;

/** @returns undefined for one that scales nothing of ours */
export function observeAutoscaler(
  raw: unknown,
): ObservedAutoscaler | undefined {
  const parsed = autoscalerSchema.safeParse(raw);
  if (
    !parsed.success ||
    parsed.data.spec.scaleTargetRef.kind !== MINING_NODE_SET.kind
  ) {
    return undefined;
  }
  const { metadata, spec, status } = parsed.data;
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    target: spec.scaleTargetRef.name,
    minReplicas: spec.minReplicas,
    maxReplicas: spec.maxReplicas,
    currentReplicas: status.currentReplicas,
    desiredReplicas: status.desiredReplicas,
    lastScaleAt: status.lastScaleTime,
    metrics: metricsOf(parsed.data),
    trouble: troubleOf(parsed.data),
  };
}

function metricsOf({ spec, status }: Parsed): string[] {
  return spec.metrics.flatMap(({ resource }) => {
    if (!resource) {
      return [];
    }
    const now = status.currentMetrics?.find(
      each => each.resource?.name === resource.name,
    )?.resource?.current;
    return [`${resource.name} ${wordsOf(now)} of ${wordsOf(resource.target)}`];
  });
}

function wordsOf(value: z.infer<typeof utilisationSchema> | undefined): string {
  if (value?.averageUtilization !== undefined) {
    return `${value.averageUtilization} %`;
  }
  return value?.averageValue ?? 'unknown';
}

/** `ScalingLimited` only says that it stands at one of its bounds. */
function troubleOf({ status }: Parsed): string | undefined {
  return status.conditions.find(
    ({ type, status: is }) =>
      (type === 'AbleToScale' || type === 'ScalingActive') && is === 'False',
  )?.message;
}
