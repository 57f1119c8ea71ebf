import { KubeWriter, RESOURCES } from '@monero-portal/kube-client';
import { PROVISIONER } from './storageClass';
import type { Claim } from './types';

/** Longest note that the API server accepts, in characters. */
const MAX_NOTE = 1024;

/**
 * Says in a claim's events why its volume is not there, where `kubectl
 * describe pvc` shows it.
 *
 * @throws KubeError
 */
export async function warnClaim(
  client: Pick<KubeWriter, 'create'>,
  claim: Claim,
  note: string,
  signal: AbortSignal,
): Promise<void> {
  const { name, namespace, uid } = claim.metadata;
  const now = new Date();
  await client.create(
    RESOURCES.events,
    {
      apiVersion: 'events.k8s.io/v1',
      kind: 'Event',
      metadata: { name: `${name}.${now.getTime().toString(16)}`, namespace },
      // MicroTime: six digits, not three.
      eventTime: now.toISOString().replace('Z', '000Z'),
      type: 'Warning',
      reason: 'ProvisioningFailed',
      action: 'Provisioning',
      note: note.slice(0, MAX_NOTE),
      reportingController: PROVISIONER,
      reportingInstance: PROVISIONER,
      regarding: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        name,
        namespace,
        uid,
      },
    },
    { signal },
  );
}
