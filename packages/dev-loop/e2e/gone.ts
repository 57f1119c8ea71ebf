import { setTimeout as delay } from 'node:timers/promises';
import {
  KubeError,
  type KubeGetter,
  type KubeWriter,
  RESOURCES,
} from '@monero-portal/kube-client';

const POLL_MS = 500;

/** Waits until a namespace that was deleted is gone. */
export async function gone(
  client: KubeGetter,
  namespace: string,
): Promise<void> {
  for (;;) {
    try {
      await client.get(RESOURCES.namespaces, undefined, namespace);
    } catch (error) {
      if (error instanceof KubeError && error.code === 'NotFound') return;
      throw error;
    }
    await delay(POLL_MS);
  }
}

/** Deletes a namespace, if it is there, and waits until it is gone. */
export async function removeNamespace(
  client: KubeGetter & KubeWriter,
  namespace: string,
): Promise<void> {
  try {
    await client.delete(RESOURCES.namespaces, undefined, namespace);
  } catch (error) {
    if (!(error instanceof KubeError && error.code === 'NotFound')) throw error;
  }
  await gone(client, namespace);
}
