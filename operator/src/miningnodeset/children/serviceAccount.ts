import { KubeObject } from '@monero-portal/kube-client';
import { sharedName } from '../names';
import { MiningNodeSet } from '../spec';
import { child } from './child';

/** One ServiceAccount that may do nothing and has no token: miners never talk to Kubernetes. */
export function serviceAccount(set: MiningNodeSet): KubeObject {
  return child(set, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    name: sharedName(set.name),
    automountServiceAccountToken: false,
  });
}
