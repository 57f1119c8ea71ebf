import { KubeObject } from '@monero-portal/kube-client';
import { Identities } from '../anonymity';
import { podName, sharedName } from '../names';
import { peersFile } from '../peers';
import { NodeSet } from '../spec';
import { child } from './child';

/**
 * One ConfigMap with a file per pod. The pod template names the file by the
 * pod's own name, so that another pod changes no template and restarts none.
 */
export function configMap(
  nodeSet: NodeSet,
  identities: Identities,
): KubeObject {
  const { name, spec } = nodeSet;
  const files = Array.from({ length: spec.replicas }, (_, ordinal) => [
    `${podName(name, ordinal)}.conf`,
    peersFile(nodeSet, ordinal, identities),
  ]);
  return child(nodeSet, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: sharedName(name),
    data: Object.fromEntries(files),
  });
}
