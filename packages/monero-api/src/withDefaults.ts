import { isNetworkFlag, netTypeOf } from './netTypeOf';
import { formatMonerodArgs, parseMonerodArgs } from './args/parseMonerodArgs';
import { RESOURCES } from './constants';
import { DISK_SIZES } from './diskSizes';
import type {
  MoneroNodeSet,
  MoneroNodeSetSpec,
} from './generated/MoneroNodeSet';
import type { Nettype } from './nettype';

type PodTemplate = NonNullable<MoneroNodeSetSpec['podTemplate']>;

/** What a set does on I2P. */
export interface ResolvedI2p {
  readonly enabled: boolean;
  /** Name of the Secret with keys made elsewhere; absent: the operator makes them. */
  readonly secretRef?: string;
  /** Addresses to stay connected with, as monerod takes them. */
  readonly peers: readonly string[];
}

/** What a set does on Tor. */
export interface ResolvedTor extends ResolvedI2p {
  /** Whether wallets reach the restricted RPC there. */
  readonly rpc: boolean;
  /** Whether connections to clearnet peers go through Tor too. */
  readonly proxyClearnet: boolean;
}

/** A specification in which nothing is left open, but for what only the cluster or the operator can decide. */
export interface ResolvedNodeSetSpec {
  readonly replicas: number;
  readonly hardAntiAffinity: boolean;
  readonly network: Nettype;
  readonly monerod: {
    /** Absent: the operator's default image. */
    readonly image?: string;
    /**
     * Arguments as `--name` or `--name=value`, in the order given, without the one that chooses the network: see
     * `networkArgs`.
     */
    readonly args: readonly string[];
    readonly resources: {
      readonly requests: Readonly<Record<string, string | number>>;
      readonly limits: Readonly<Record<string, string | number>>;
    };
    readonly prune: boolean;
  };
  /** Nodes outside the set to connect to, as host:port. */
  readonly peers: readonly string[];
  /** A quantity. */
  readonly diskSize: string;
  /** Absent: the cluster's default class. */
  readonly storageClass?: string;
  readonly volumeRetention: 'Retain' | 'Delete';
  readonly service: {
    readonly type: 'ClusterIP' | 'NodePort' | 'LoadBalancer';
    readonly annotations: Readonly<Record<string, string>>;
  };
  readonly tor: ResolvedTor;
  readonly i2p: ResolvedI2p;
  readonly updateStrategy: {
    readonly maxUnavailable: number;
    readonly waitForSync: boolean;
  };
  readonly podTemplate: Readonly<
    Required<Omit<PodTemplate, 'priorityClassName'>>
  > &
    Pick<PodTemplate, 'priorityClassName'>;
  readonly paused: boolean;
}

/**
 * Fills in what the schema cannot: the network, the size of the volumes and the resources that follow from it, and the
 * arguments in their canonical form. The rest gets the schema's defaults, should the object lack them.
 *
 * @param nodeSet - a valid node set, as parseNodeSet returns it
 */
export function withDefaults(
  nodeSet: Pick<MoneroNodeSet, 'spec'>,
): ResolvedNodeSetSpec {
  return resolveSpec(nodeSet.spec);
}

/** The same for a specification by itself. */
export function resolveSpec(spec: MoneroNodeSetSpec): ResolvedNodeSetSpec {
  const network = netTypeOf(spec);
  const prune = spec.monerod?.prune ?? false;
  return {
    replicas: spec.replicas ?? 1,
    hardAntiAffinity: spec.hardAntiAffinity ?? false,
    network,
    monerod: {
      ...(spec.monerod?.image ? { image: spec.monerod.image } : {}),
      args: canonicalArgs(spec.monerod?.args ?? []),
      resources: resourcesOf(spec.monerod?.resources, network),
      prune,
    },
    peers: spec.peers ?? [],
    diskSize: spec.diskSize ?? DISK_SIZES[network][prune ? 'pruned' : 'full'],
    ...(spec.storageClass ? { storageClass: spec.storageClass } : {}),
    volumeRetention: spec.volumeRetention ?? 'Retain',
    service: {
      type: spec.service?.type ?? 'ClusterIP',
      annotations: spec.service?.annotations ?? {},
    },
    tor: {
      ...anonymity(spec.tor),
      rpc: spec.tor?.rpc ?? false,
      proxyClearnet: spec.tor?.proxyClearnet ?? false,
    },
    i2p: anonymity(spec.i2p),
    updateStrategy: {
      maxUnavailable: spec.updateStrategy?.maxUnavailable ?? 1,
      waitForSync: spec.updateStrategy?.waitForSync ?? true,
    },
    podTemplate: podTemplateOf(spec.podTemplate ?? {}),
    paused: spec.paused ?? false,
  };
}

/** The argument that puts monerod on a network; none for mainnet. */
export function networkArgs(network: Nettype): string[] {
  return network === 'mainnet' ? [] : [`--${network}`];
}

function anonymity(
  spec: MoneroNodeSetSpec['tor'] | MoneroNodeSetSpec['i2p'],
): ResolvedI2p {
  return {
    enabled: spec?.enabled ?? false,
    ...(spec?.secretRef ? { secretRef: spec.secretRef.name } : {}),
    peers: spec?.peers ?? [],
  };
}

function canonicalArgs(args: readonly string[]): string[] {
  return formatMonerodArgs(
    parseMonerodArgs(args).filter(arg => !isNetworkFlag(arg.flag)),
  );
}

/** Named resources replace the defaults as a whole, so that what is written is what runs. */
function resourcesOf(
  resources: NonNullable<MoneroNodeSetSpec['monerod']>['resources'],
  network: Nettype,
): ResolvedNodeSetSpec['monerod']['resources'] {
  if (!resources?.requests && !resources?.limits) return RESOURCES[network];
  return {
    requests: resources.requests ?? {},
    limits: resources.limits ?? {},
  };
}

/** What is passed to pods, with nothing left out. */
export function podTemplateOf(
  template: PodTemplate,
): ResolvedNodeSetSpec['podTemplate'] {
  return {
    labels: template.labels ?? {},
    annotations: template.annotations ?? {},
    nodeSelector: template.nodeSelector ?? {},
    tolerations: template.tolerations ?? [],
    topologySpreadConstraints: template.topologySpreadConstraints ?? [],
    imagePullSecrets: template.imagePullSecrets ?? [],
    ...(template.priorityClassName
      ? { priorityClassName: template.priorityClassName }
      : {}),
  };
}
