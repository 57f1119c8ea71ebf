import { NODE_SET } from '../constants';
import type {
  MoneroNodeSet,
  MoneroNodeSetSpec,
} from '../generated/MoneroNodeSet';
import { netTypeOf } from '../netTypeOf';
import type { Nettype } from '../nettype';
import { metadataOf, type CommonFormInput } from './common';
import { given } from './given';

type Monerod = NonNullable<MoneroNodeSetSpec['monerod']>;

/** What the form of a node set asks for. Empty texts and empty lists mean "not given". */
export interface NodeSetFormInput extends CommonFormInput {
  /** Absent: a node set. */
  readonly kind?: 'MoneroNodeSet';
  readonly network?: Nettype;
  readonly replicas?: number;
  readonly hardAntiAffinity?: boolean;
  readonly args?: readonly string[];
  readonly image?: string;
  readonly resources?: Monerod['resources'];
  readonly prune?: boolean;
  readonly diskSize?: string;
  readonly storageClass?: string;
  readonly volumeRetention?: MoneroNodeSetSpec['volumeRetention'];
  readonly serviceType?: NonNullable<MoneroNodeSetSpec['service']>['type'];
  readonly serviceAnnotations?: Readonly<Record<string, string>>;
  /** Whether every node is on the Tor network. */
  readonly tor?: boolean;
  /** Whether every node is on the I2P network. */
  readonly i2p?: boolean;
  readonly maxUnavailable?: number;
  readonly waitForSync?: boolean;
  readonly paused?: boolean;
}

/**
 * The manifest of a node set. It holds what differs from the defaults, in the order of the reference; the number of
 * replicas always, as it is what people look for; the network only where the arguments do not imply it.
 */
export function toNodeSet(input: NodeSetFormInput): MoneroNodeSet {
  return {
    apiVersion: NODE_SET.apiVersion,
    kind: NODE_SET.kind,
    metadata: metadataOf(input),
    spec: {
      replicas: input.replicas ?? 1,
      ...nodeSpec(input),
      ...given('paused', input.paused, false),
    },
  };
}

/** What a node is like, be it of a node set or a member of a network. */
export function nodeSpec(
  input: Omit<NodeSetFormInput, keyof CommonFormInput | 'kind'>,
): MoneroNodeSetSpec {
  const monerod: Monerod = {
    ...given('image', input.image),
    ...given('args', input.args && [...input.args]),
    ...given('resources', input.resources),
    ...given('prune', input.prune, false),
  };
  return {
    ...given('hardAntiAffinity', input.hardAntiAffinity, false),
    ...given('network', input.network, netTypeOf({ monerod })),
    ...given('monerod', monerod),
    ...given('diskSize', input.diskSize),
    ...given('storageClass', input.storageClass),
    ...given('volumeRetention', input.volumeRetention, 'Retain'),
    ...given('service', {
      ...given('type', input.serviceType, 'ClusterIP'),
      ...given('annotations', input.serviceAnnotations),
    }),
    ...given('tor', { ...given('enabled', input.tor, false) }),
    ...given('i2p', { ...given('enabled', input.i2p, false) }),
    ...given('updateStrategy', {
      ...given('maxUnavailable', input.maxUnavailable, 1),
      ...given('waitForSync', input.waitForSync, true),
    }),
  };
}
