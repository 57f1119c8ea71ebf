import type { Nettype } from './nettype';

/** API group of every kind of this project. */
export const GROUP = 'utxo.com.br';

/** The version that is written and stored. */
export const VERSION = 'v1alpha1';

/** What manifests of every kind begin with. */
export const API_VERSION = `${GROUP}/${VERSION}` as const;

/** What addresses a MoneroNodeSet at the API server. */
export const NODE_SET = {
  kind: 'MoneroNodeSet',
  plural: 'moneronodesets',
  apiVersion: API_VERSION,
} as const;

/** What addresses a MoneroNetwork at the API server. */
export const NETWORK = {
  kind: 'MoneroNetwork',
  plural: 'moneronetworks',
  apiVersion: API_VERSION,
} as const;

/** What addresses a MoneroMiningNodeSet at the API server. */
export const MINING_NODE_SET = {
  kind: 'MoneroMiningNodeSet',
  plural: 'monerominingnodesets',
  apiVersion: API_VERSION,
} as const;

/** Annotations on custom resources. */
export const ANNOTATIONS = {
  /** Id of the proposal that last wrote the object. */
  proposal: 'utxo.com.br/proposal',
  /** Entity reference of the owner, such as group:default/wallets. */
  owner: 'utxo.com.br/owner',
  /** "true": the operator only watches, as with spec.paused. */
  paused: 'utxo.com.br/paused',
  /**
   * Any text. When it changes, pods are made anew as the running operator makes them, its default images among it;
   * without it, an upgrade of the operator restarts nothing.
   */
  adoptDefaults: 'utxo.com.br/adopt-defaults',
} as const;

/** Keys of the labels on what the operator creates. */
export const LABELS = {
  name: 'app.kubernetes.io/name',
  /** Its value is the name of the node set. */
  instance: 'app.kubernetes.io/instance',
  managedBy: 'app.kubernetes.io/managed-by',
  partOf: 'app.kubernetes.io/part-of',
  /**
   * Its value is the name of the MoneroNetwork. Nodes that share it spread over machines together, and on regtest their
   * network policies let each other in.
   */
  network: 'utxo.com.br/network',
  /** Set by Kubernetes on each pod of a StatefulSet; its value is the pod's name. */
  pod: 'statefulset.kubernetes.io/pod-name',
} as const;

/** Values of those labels that are the same for every node set. */
export const LABEL_VALUES = {
  name: 'monerod',
  managedBy: 'monero-operator',
  partOf: 'monero',
} as const;

/**
 * Reason of the condition Ready while a change goes from pod to pod; its
 * message says how far it is and what it waits for.
 */
export const ROLLING_OUT = 'RollingOut';

/** TCP ports inside a pod. */
export const PORTS = {
  /** By network: peers, and the full RPC, which never leaves the pod. Regtest has mainnet's. */
  byNetwork: {
    mainnet: { p2p: 18080, rpc: 18081 },
    testnet: { p2p: 28080, rpc: 28081 },
    stagenet: { p2p: 38080, rpc: 38081 },
    regtest: { p2p: 18080, rpc: 18081 },
  } satisfies Record<Nettype, { p2p: number; rpc: number }>,
  /** The RPC that is safe for wallets and strangers, on every network. */
  restrictedRpc: 18089,
  /** The exporter's metrics and readiness. */
  exporter: 9000,
} as const;

/** Container resources by name, as Kubernetes quantities. */
export interface ResourceDefaults {
  readonly requests: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, string>>;
}

const SMALL_CHAIN: ResourceDefaults = {
  requests: { cpu: '250m', memory: '1Gi' },
  limits: { memory: '4Gi' },
};

/** What monerod gets where the manifest names no resources; CPU is never limited, for it would slow the sync. */
export const RESOURCES: Readonly<Record<Nettype, ResourceDefaults>> = {
  mainnet: {
    requests: { cpu: '500m', memory: '4Gi' },
    limits: { memory: '8Gi' },
  },
  testnet: SMALL_CHAIN,
  stagenet: SMALL_CHAIN,
  regtest: {
    requests: { cpu: '50m', memory: '256Mi' },
    limits: { memory: '2Gi' },
  },
};
