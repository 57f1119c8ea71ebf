import { readNodeSetEdit } from '@monero-portal/monero-api';
import type { NodeSetRef } from '@monero-portal/plugin-monero-common';
import { parse } from 'yaml';

/** What the template "Change a Monero node set" begins with, read from the manifest in Git. */
export function changeFormOf(ref: NodeSetRef, manifest: string) {
  const edit = readNodeSetEdit(manifest);
  const spec = Object(Object(parse(manifest)).spec);
  const network: unknown = spec.network;
  const prune: unknown = Object(spec.monerod).prune;
  return {
    ...edit,
    nodeSet: {
      cluster: ref.cluster,
      namespace: ref.namespace,
      name: ref.name,
      ...(typeof network === 'string' && { network }),
      ...(prune === true && { prune }),
      ...(edit.diskSize && { diskSize: edit.diskSize }),
    },
  };
}
