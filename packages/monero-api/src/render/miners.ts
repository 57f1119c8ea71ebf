import { MINING_NODE_SET } from '../constants';
import type {
  MoneroMiningNodeSet,
  MoneroMiningNodeSetSpec,
} from '../generated/MoneroMiningNodeSet';
import { metadataOf, type CommonFormInput } from './common';
import { given } from './given';

type Xmrig = NonNullable<MoneroMiningNodeSetSpec['xmrig']>;

/** What the form of a set of miners asks for. Empty texts and empty lists mean "not given". */
export interface MiningFormInput extends CommonFormInput {
  readonly kind: 'MoneroMiningNodeSet';
  readonly replicas?: number;
  readonly hardAntiAffinity?: boolean;
  /** host:port of a pool; written as the first arguments. */
  readonly pool?: string;
  /** Whether the connection to the pool is encrypted. */
  readonly poolTls?: boolean;
  /** Name of a node set, or a network, in the same namespace to mine solo for. */
  readonly daemon?: string;
  /** A node set unless it says otherwise. */
  readonly daemonKind?: 'MoneroNodeSet' | 'MoneroNetwork';
  readonly wallet?: string;
  readonly args?: readonly string[];
  readonly image?: string;
  readonly resources?: Xmrig['resources'];
  readonly hugePages?: boolean;
  readonly paused?: boolean;
}

/** The manifest of a set of miners; it holds what differs from the defaults, and always the number of miners. */
export function toMiningNodeSet(input: MiningFormInput): MoneroMiningNodeSet {
  return {
    apiVersion: MINING_NODE_SET.apiVersion,
    kind: MINING_NODE_SET.kind,
    metadata: metadataOf(input),
    spec: {
      replicas: input.replicas ?? 1,
      ...given('hardAntiAffinity', input.hardAntiAffinity, false),
      ...given('xmrig', {
        ...given('image', input.image),
        ...given('args', [...poolArgs(input), ...(input.args ?? [])]),
        ...given('resources', input.resources),
      }),
      ...given('hugePages', input.hugePages, false),
      ...given('daemonRef', {
        ...(input.daemon
          ? given('kind', input.daemonKind, 'MoneroNodeSet')
          : {}),
        ...given('name', input.daemon),
      } as NonNullable<MoneroMiningNodeSetSpec['daemonRef']>),
      ...given('wallet', input.wallet),
      ...given('paused', input.paused, false),
    },
  };
}

function poolArgs({ pool, poolTls }: MiningFormInput): string[] {
  return [
    ...(pool ? [`--url=${pool}`] : []),
    ...(pool && poolTls ? ['--tls'] : []),
  ];
}
