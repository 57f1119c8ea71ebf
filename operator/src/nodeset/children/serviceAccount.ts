import { KubeObject } from '@monero-portal/kube-client';
import { sharedName } from '../names';
import { NodeSet } from '../spec';
import { child } from './child';

/** One ServiceAccount that may do nothing and has no token: nodes never talk to Kubernetes. */
export function serviceAccount(nodeSet: NodeSet): KubeObject {
  return child(nodeSet, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    name: sharedName(nodeSet.name),
    automountServiceAccountToken: false,
  });
}
