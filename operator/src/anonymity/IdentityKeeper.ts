import {
  isKubeError,
  KubeGetter,
  KubeObject,
  KubeWriter,
  RESOURCES,
} from '@monero-portal/kube-client';
import { LABEL_VALUES, LABELS } from '@monero-portal/monero-api';
import {
  Addresses,
  addressesIn,
  AnonymityNetwork,
  missingEntries,
  SecretData,
} from './identities';
import { IdentityError } from './IdentityError';

/** An owner as metadata.ownerReferences names it. */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller: true;
}

/** Whose keys are wanted, and where they are. */
export interface IdentityRequest {
  network: AnonymityNetwork;
  namespace: string;
  /** Pods, and `rpc` for the whole set. */
  owners: readonly string[];
  /** Secret with keys made elsewhere; absent: `own` is made and kept. */
  given?: string;
  /** Name and labels of the Secret that the operator keeps. */
  own: { name: string; labels: Record<string, string> };
  /** With whom that Secret goes; absent: it stays, as volumes that are retained. */
  goesWith?: OwnerReference;
  /** Keys that are missing are made; false: only looked for. */
  create: boolean;
}

/** Addresses, and how they are known. */
export interface KeptIdentities {
  addresses: Addresses;
  /** The keys are a person's, who may change them at any time. */
  foreign: boolean;
}

/** What a keeper works with. */
export interface IdentityKeeperDeps {
  client: KubeGetter & Pick<KubeWriter, 'create' | 'patch'>;
  randomBytes: (size: number) => Uint8Array;
}

type Secret = KubeObject & { data?: SecretData };

const NONE: KeptIdentities = { addresses: {}, foreign: false };

/**
 * Keys in Secrets: looked up by name, so that the operator needs no list of
 * anybody's Secrets. Keys that are there are never written again.
 */
export class IdentityKeeper {
  constructor(private readonly deps: IdentityKeeperDeps) {}

  /**
   * The addresses of all owners.
   * @throws IdentityError when keys are missing or wrong, for a person to mend;
   *   KubeError
   */
  async keep(
    request: IdentityRequest,
    signal: AbortSignal,
  ): Promise<KeptIdentities> {
    const { given, network, owners } = request;
    if (owners.length === 0) return NONE;
    if (given === undefined) return this.keepOwn(request, signal);
    const secret = await this.find(request.namespace, given, signal);
    if (!secret) {
      throw new IdentityError(
        'Missing',
        `${network}.secretRef names the Secret ${given}, which does not exist. Create it, or leave secretRef out, and the operator makes keys.`,
      );
    }
    return {
      addresses: read(network, owners, secret, given),
      foreign: !isManaged(secret),
    };
  }

  private async keepOwn(
    request: IdentityRequest,
    signal: AbortSignal,
  ): Promise<KeptIdentities> {
    const { network, namespace, owners, own, create } = request;
    const secret = await this.find(namespace, own.name, signal);
    if (!secret && !create) return NONE;
    if (secret && !isOurs(secret, own.labels)) {
      throw new IdentityError(
        'Missing',
        `The Secret ${own.name} exists and is not the operator's. Name it in ${network}.secretRef if it holds the keys, else give it another name.`,
      );
    }
    const data = secret?.data ?? {};
    const made = create
      ? missingEntries(network, owners, data, this.deps.randomBytes)
      : {};
    await this.write(request, secret, made, signal);
    const all = { ...secret, data: { ...data, ...made } } as Secret;
    const known = create ? owners : owners.filter(each => has(all, each));
    return { addresses: read(network, known, all, own.name), foreign: false };
  }

  /** Only adds; a Secret that changed since it was read is left for the next pass. */
  private async write(
    request: IdentityRequest,
    secret: Secret | undefined,
    made: SecretData,
    signal: AbortSignal,
  ): Promise<void> {
    const { namespace, own, goesWith, create } = request;
    if (!create) return;
    const ownerReferences = goesWith ? [goesWith] : [];
    if (!secret) {
      await this.deps.client.create(
        RESOURCES.secrets,
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: {
            name: own.name,
            namespace,
            labels: own.labels,
            ownerReferences,
          },
          type: 'Opaque',
          data: made,
        },
        { signal },
      );
      return;
    }
    const owned = secret.metadata.ownerReferences?.[0]?.uid;
    if (Object.keys(made).length === 0 && owned === goesWith?.uid) return;
    await this.deps.client.patch(
      RESOURCES.secrets,
      namespace,
      own.name,
      {
        metadata: {
          resourceVersion: secret.metadata.resourceVersion,
          ownerReferences,
        },
        data: made,
      },
      { type: 'merge', signal },
    );
  }

  private async find(
    namespace: string,
    name: string,
    signal: AbortSignal,
  ): Promise<Secret | undefined> {
    try {
      return await this.deps.client.get<Secret>(
        RESOURCES.secrets,
        namespace,
        name,
        { signal },
      );
    } catch (error) {
      if (isKubeError(error, 'NotFound')) return undefined;
      throw error;
    }
  }
}

function has({ data = {} }: Secret, owner: string): boolean {
  return Object.keys(data).some(key => key.startsWith(`${owner}.`));
}

function read(
  network: AnonymityNetwork,
  owners: readonly string[],
  { data = {} }: Secret,
  name: string,
): Addresses {
  try {
    return addressesIn(network, owners, data);
  } catch (error) {
    if (!(error instanceof IdentityError)) throw error;
    throw new IdentityError(error.code, `Secret ${name}: ${error.message}`);
  }
}

function isManaged({ metadata }: Secret): boolean {
  return metadata.labels?.[LABELS.managedBy] === LABEL_VALUES.managedBy;
}

function isOurs(secret: Secret, labels: Record<string, string>): boolean {
  return (
    isManaged(secret) &&
    secret.metadata.labels?.[LABELS.instance] === labels[LABELS.instance]
  );
}
