import {
  KINDS,
  NETTYPES,
  type Kind,
  type ManifestInput,
  type Nettype,
} from '@monero-portal/monero-api';

/** An object that is there already, as a form that changes it is opened with. */
export interface ChangedObject {
  kind: Kind;
  cluster: string;
  namespace: string;
  name: string;
  /** What Git's file was when the form was filled in from it. */
  blob?: string;
}

/** Where miners get work from. */
export interface Work {
  /** host:port */
  pool?: string;
  /** Whether the connection to the pool is encrypted. */
  tls?: boolean;
  /** Name of a node set, or a network, in the same namespace. */
  daemon?: string;
  /** Where the daemon is a network. */
  daemonKind?: 'MoneroNetwork';
}

/**
 * What is filled in so far, over all steps of the form. The names are those of
 * the template's parameters; whatever has another shape counts as not given.
 */
export interface FormState {
  /** What the form makes or changes; a node set unless it says otherwise. */
  kind: Kind;
  name?: string;
  owner?: string;
  target: { cluster?: string; namespace?: string };
  network?: Nettype;
  replicas?: number;
  hardAntiAffinity?: boolean;
  prune?: boolean;
  diskSize?: string;
  args?: string[];
  image?: string;
  work: Work;
  wallet?: string;
  hugePages?: boolean;
  tor?: boolean;
  i2p?: boolean;
  /** The object that is changed; absent where a new one is made. */
  object?: ChangedObject;
  /** Disks of the object that is changed: they only grow. */
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

function kindOf(value: unknown): Kind | undefined {
  return KINDS.find(known => known === value);
}

function objectOf(data: Record<string, unknown>): ChangedObject | undefined {
  const cluster = text(data.cluster);
  const namespace = text(data.namespace);
  const name = text(data.name);
  const kind = kindOf(data.kind);
  const blob = text(data.blob);
  return kind && cluster && namespace && name
    ? { kind, cluster, namespace, name, ...(blob && { blob }) }
    : undefined;
}

function workOf(value: unknown, before: Record<string, unknown>): Work {
  const { pool, tls, daemon, daemonKind } = record(value);
  const kind = text(daemon) ? daemonKind : before.daemonKind;
  return {
    pool: text(pool),
    tls: tls === true ? true : undefined,
    daemon: text(daemon) ?? text(before.daemon),
    daemonKind: kind === 'MoneroNetwork' ? kind : undefined,
  };
}

/** Reads the data of the form, which may be half filled in. */
export function readFormState(formData: unknown): FormState {
  const data = record(formData);
  const before = record(data.object);
  const target = record(data.target ?? data.object);
  const network = data.network ?? before.network;
  return {
    kind: kindOf(data.kind ?? before.kind) ?? 'MoneroNodeSet',
    name: text(data.name ?? before.name),
    owner: text(data.owner),
    target: {
      cluster: text(target.cluster),
      namespace: text(target.namespace),
    },
    network: NETTYPES.find(known => known === network),
    replicas: typeof data.replicas === 'number' ? data.replicas : undefined,
    hardAntiAffinity: data.hardAntiAffinity === true ? true : undefined,
    prune: (data.prune ?? before.prune) === true ? true : undefined,
    diskSize: text(data.diskSize),
    args: texts(data.args),
    image: text(data.image),
    work: workOf(data.work, before),
    wallet: text(data.wallet ?? before.wallet),
    hugePages: data.hugePages === true ? true : undefined,
    tor: data.tor === true ? true : undefined,
    i2p: data.i2p === true ? true : undefined,
    object: objectOf(before),
    diskSizeBefore: text(before.diskSize),
  };
}

/** A name that breaks no rule, for judging the other fields before there is one. */
const STAND_IN = 'unnamed';

/** The manifest's input; a missing name or place is stood in for, so that there is something to show. */
export function manifestInputOf(state: FormState): ManifestInput {
  const { kind, owner, target, replicas, hardAntiAffinity, image, args } =
    state;
  const common = {
    name: state.name ?? STAND_IN,
    cluster: target.cluster ?? STAND_IN,
    namespace: target.namespace ?? STAND_IN,
    owner,
    replicas,
    hardAntiAffinity,
    image,
    args,
  };
  const { network, prune, diskSize, wallet, hugePages, work, tor, i2p } = state;
  switch (kind) {
    case 'MoneroNetwork':
      return { ...common, kind, diskSize, tor, i2p };
    case 'MoneroMiningNodeSet':
      return {
        ...common,
        kind,
        wallet,
        hugePages,
        pool: work.pool,
        poolTls: work.tls,
        daemon: work.daemon,
        daemonKind: work.daemonKind,
      };
    default:
      return { ...common, kind, network, prune, diskSize, tor, i2p };
  }
}
