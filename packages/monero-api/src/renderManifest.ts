import { stringify } from 'yaml';
import { ANNOTATIONS, NODE_SET } from './constants';
import type {
  MoneroNodeSet,
  MoneroNodeSetSpec,
} from './generated/MoneroNodeSet';
import { netTypeOf } from './netTypeOf';
import type { Nettype } from './nettype';

type Monerod = NonNullable<MoneroNodeSetSpec['monerod']>;

/** What a form asks for. Empty texts and empty lists mean "not given". */
export interface NodeSetFormInput {
  readonly name: string;
  readonly namespace: string;
  /** Decides the path in the repository; it is not part of the manifest. */
  readonly cluster: string;
  /** Entity reference, such as group:default/wallets. */
  readonly owner?: string;
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
  readonly maxUnavailable?: number;
  readonly waitForSync?: boolean;
  readonly paused?: boolean;
}

/**
 * The manifest as it is written to git. It holds what differs from the defaults, in the order of the reference; the
 * number of replicas always, as it is what people look for; the network only where the arguments do not imply it.
 */
export function renderManifest(input: NodeSetFormInput): string {
  return stringify(toNodeSet(input), { lineWidth: 0, indentSeq: true });
}

/** The same as an object. */
export function toNodeSet(input: NodeSetFormInput): MoneroNodeSet {
  return {
    apiVersion: NODE_SET.apiVersion,
    kind: NODE_SET.kind,
    metadata: {
      name: input.name,
      namespace: input.namespace,
      ...given(
        'annotations',
        input.owner ? { [ANNOTATIONS.owner]: input.owner } : undefined,
      ),
    },
    spec: toSpec(input),
  };
}

function toSpec(input: NodeSetFormInput): MoneroNodeSetSpec {
  const monerod: Monerod = {
    ...given('image', input.image),
    ...given('args', input.args && [...input.args]),
    ...given('resources', input.resources),
    ...given('prune', input.prune, false),
  };
  return {
    replicas: input.replicas ?? 1,
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
    ...given('updateStrategy', {
      ...given('maxUnavailable', input.maxUnavailable, 1),
      ...given('waitForSync', input.waitForSync, true),
    }),
    ...given('paused', input.paused, false),
  };
}

/** The field, unless it is empty or what holds anyway. */
function given<K extends string, T>(
  key: K,
  value: T | undefined,
  standard?: NoInfer<T>,
): { [P in K]?: T } {
  if (value === undefined || value === '' || value === standard) return {};
  if (typeof value === 'object' && Object.keys(value ?? {}).length === 0) {
    return {};
  }
  return { [key]: value } as { [P in K]?: T };
}
