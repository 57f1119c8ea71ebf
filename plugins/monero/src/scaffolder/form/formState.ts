import type { NodeSetFormInput } from '@monero-portal/monero-api';
import type { NodeSetRef } from '@monero-portal/plugin-monero-common';

const NETWORKS = ['mainnet', 'testnet', 'stagenet', 'regtest'] as const;

type Network = (typeof NETWORKS)[number];

/**
 * What is filled in so far, over all steps of the form. The names are those of
 * the template's parameters; whatever has another shape counts as not given.
 */
export interface NodeSetFormState {
  name?: string;
  owner?: string;
  target: { cluster?: string; namespace?: string };
  network?: Network;
  replicas?: number;
  hardAntiAffinity?: boolean;
  prune?: boolean;
  diskSize?: string;
  args?: string[];
  image?: string;
  /** The node set that is changed; absent where a new one is made. */
  nodeSet?: NodeSetRef;
  /** Disks of the node set that is changed: they only grow. */
  diskSizeBefore?: string;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : undefined;
}

function nodeSetOf(data: Record<string, unknown>): NodeSetRef | undefined {
  const cluster = text(data.cluster);
  const namespace = text(data.namespace);
  const name = text(data.name);
  return cluster && namespace && name
    ? { cluster, namespace, name }
    : undefined;
}

/** Reads the data of the form, which may be half filled in. */
export function readFormState(formData: unknown): NodeSetFormState {
  const data = record(formData);
  const before = record(data.nodeSet);
  const target = record(data.target ?? data.nodeSet);
  const network = data.network ?? before.network;
  return {
    name: text(data.name ?? before.name),
    owner: text(data.owner),
    target: {
      cluster: text(target.cluster),
      namespace: text(target.namespace),
    },
    network: NETWORKS.find(known => known === network),
    replicas: typeof data.replicas === 'number' ? data.replicas : undefined,
    hardAntiAffinity: data.hardAntiAffinity === true ? true : undefined,
    prune: (data.prune ?? before.prune) === true ? true : undefined,
    diskSize: text(data.diskSize),
    args: texts(data.args),
    image: text(data.image),
    nodeSet: nodeSetOf(before),
    diskSizeBefore: text(before.diskSize),
  };
}

/** A name that breaks no rule, for judging the other fields before there is one. */
const STAND_IN = 'unnamed';

/** The manifest's input; what is missing is stood in for, so that the rest can be judged. */
export function formInputOf(state: NodeSetFormState): NodeSetFormInput {
  const { target, nodeSet: _, diskSizeBefore: __, ...rest } = state;
  return {
    ...rest,
    name: state.name ?? STAND_IN,
    cluster: target.cluster ?? STAND_IN,
    namespace: target.namespace ?? STAND_IN,
  };
}
