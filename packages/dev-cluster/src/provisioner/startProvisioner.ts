import {
  createKubeClient,
  KubeClient,
  KubeObject,
  ResourceRef,
  RESOURCES,
  targetFromKubeconfig,
} from '@monero-portal/kube-client';
import { createActor } from './actor';
import { createBell } from './bell';
import { decide } from './decide';
import { mirror } from './mirror';
import { PROVISIONER, STANDARD_CLASS } from './storageClass';
import type {
  Claim,
  ProvisionerOptions,
  StorageClass,
  StorageState,
  Volume,
} from './types';

const RETRY_MIN_MS = 500;
const RETRY_MAX_MS = 30_000;

/** A running provisioner. */
export interface Provisioner {
  /** Resolves when it has ended after the signal; never rejects. */
  done: Promise<void>;
}

/**
 * Serves claims of class `standard` with folders of this machine: creates a
 * volume once a node is selected, grows it, and removes it with its data when
 * the claim is deleted and the class says Delete.
 *
 * @returns once the class exists and claims are watched
 * @throws KubeError when the API server does not take the class
 */
export async function startProvisioner(
  options: ProvisionerOptions,
): Promise<Provisioner> {
  const client = createKubeClient(targetFromKubeconfig(options.kubeconfig), {
    userAgent: 'monero-portal-provisioner',
  });
  try {
    await client.apply(RESOURCES.storageClasses, STANDARD_CLASS, {
      fieldManager: PROVISIONER,
      signal: options.signal,
    });
  } catch (error) {
    await client.close();
    throw error;
  }
  return { done: serve(client, options).finally(() => client.close()) };
}

/** Acts whenever something changed, until the signal. */
async function serve(
  client: KubeClient,
  options: ProvisionerOptions,
): Promise<void> {
  const { signal, volumesDir } = options;
  const bell = createBell(signal);
  const follow = <T extends KubeObject>(resource: ResourceRef) =>
    mirror<T>(client, resource, bell.ring, signal);
  const claims = follow<Claim>(RESOURCES.persistentVolumeClaims);
  const volumes = follow<Volume>(RESOURCES.persistentVolumes);
  const classes = follow<StorageClass>(RESOURCES.storageClasses);
  const act = createActor(client, options);
  let retryMs = RETRY_MIN_MS;
  while (await bell.heard()) {
    const state = {
      claims: claims.items(),
      volumes: volumes.items(),
      classes: classes.items(),
    };
    // A volume that is merely not listed yet must not look missing.
    if (!isWhole(state)) continue;
    const allDone = await act(decide(state, volumesDir));
    if (allDone) {
      retryMs = RETRY_MIN_MS;
    } else {
      bell.ringAfter(retryMs);
      retryMs = Math.min(retryMs * 2, RETRY_MAX_MS);
    }
  }
}

function isWhole(state: {
  [part in keyof StorageState]: StorageState[part] | undefined;
}): state is StorageState {
  return Boolean(state.claims && state.volumes && state.classes);
}
