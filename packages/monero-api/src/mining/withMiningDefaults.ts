import type { ResourceDefaults } from '../constants';
import type {
  MoneroMiningNodeSet,
  MoneroMiningNodeSetSpec,
} from '../generated/MoneroMiningNodeSet';
import { podTemplateOf, type ResolvedNodeSetSpec } from '../withDefaults';

type Quantities = Readonly<Record<string, string | number>>;

/** A specification of miners in which nothing is left open, but for what only the operator can decide. */
export interface ResolvedMiningSpec {
  readonly replicas: number;
  readonly hardAntiAffinity: boolean;
  readonly xmrig: {
    /** Absent: the operator's default image. */
    readonly image?: string;
    /** As given. */
    readonly args: readonly string[];
    readonly resources: {
      readonly requests: Quantities;
      readonly limits: Quantities;
    };
  };
  readonly hugePages: boolean;
  /** Absent: the arguments name a pool. */
  readonly daemonRef?: {
    readonly kind: 'MoneroNodeSet' | 'MoneroNetwork';
    readonly name: string;
  };
  readonly wallet?: string;
  readonly podTemplate: ResolvedNodeSetSpec['podTemplate'];
  readonly paused: boolean;
}

/**
 * What xmrig gets where the manifest names no resources, by its mode. CPU is never limited, and little of it is
 * requested: a miner takes what nobody else wants.
 */
export const MINING_RESOURCES = {
  fast: {
    requests: { cpu: '100m', memory: '2560Mi' },
    limits: { memory: '3Gi' },
  },
  light: {
    requests: { cpu: '100m', memory: '384Mi' },
    limits: { memory: '768Mi' },
  },
} as const satisfies Record<string, ResourceDefaults>;

/** Huge pages of 2 MiB by mode: dataset and cache, or the cache alone, and room for 64 threads and more. */
export const HUGE_PAGES = { fast: '2560Mi', light: '512Mi' } as const;

/** Fills in what the schema cannot: resources that follow from the mode of RandomX. */
export function withMiningDefaults({
  spec,
}: Pick<MoneroMiningNodeSet, 'spec'>): ResolvedMiningSpec {
  const args = spec.xmrig?.args ?? [];
  return {
    replicas: spec.replicas ?? 1,
    hardAntiAffinity: spec.hardAntiAffinity ?? false,
    xmrig: {
      ...(spec.xmrig?.image ? { image: spec.xmrig.image } : {}),
      args,
      resources: resourcesOf(spec, isLight(args) ? 'light' : 'fast'),
    },
    hugePages: spec.hugePages ?? false,
    ...(spec.daemonRef
      ? {
          daemonRef: {
            kind: spec.daemonRef.kind ?? 'MoneroNodeSet',
            name: spec.daemonRef.name,
          },
        }
      : {}),
    ...(spec.wallet ? { wallet: spec.wallet } : {}),
    podTemplate: podTemplateOf(spec.podTemplate ?? {}),
    paused: spec.paused ?? false,
  };
}

/** The last word counts, as with xmrig. */
function isLight(args: readonly string[]): boolean {
  const modes = args.flatMap((arg, index) => {
    if (arg.startsWith('--randomx-mode=')) return [arg.split('=')[1]];
    return arg === '--randomx-mode' ? [args[index + 1]] : [];
  });
  return modes[modes.length - 1] === 'light';
}

/** Named resources replace the defaults as a whole; huge pages come on top where they are wanted and not counted. */
function resourcesOf(
  { xmrig, hugePages }: MoneroMiningNodeSetSpec,
  mode: keyof typeof MINING_RESOURCES,
): ResolvedMiningSpec['xmrig']['resources'] {
  const named = xmrig?.resources;
  const { requests, limits } =
    named?.requests || named?.limits
      ? { requests: named.requests ?? {}, limits: named.limits ?? {} }
      : MINING_RESOURCES[mode];
  if (!hugePages) return { requests, limits };
  return {
    requests,
    limits: { 'hugepages-2Mi': HUGE_PAGES[mode], ...limits },
  };
}
