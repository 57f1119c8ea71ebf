import { kindIn, readObjectEdit } from '@monero-portal/monero-api';
import type {
  GitManifest,
  NodeSetRef,
} from '@monero-portal/plugin-monero-common';
import { parse } from 'yaml';

/** What a template that changes an object begins with, read from the manifest in Git. */
export function changeFormOf(
  ref: NodeSetRef,
  { manifest, blob }: Pick<GitManifest, 'manifest' | 'blob'>,
) {
  const { paused: _, ...fields } = readObjectEdit(manifest);
  const spec = Object(Object(parse(manifest)).spec);
  const network: unknown = spec.network;
  const prune: unknown = Object(spec.monerod).prune;
  const daemon: unknown = Object(spec.daemonRef).name;
  const daemonKind: unknown = Object(spec.daemonRef).kind;
  return {
    ...fields,
    object: {
      kind: kindIn(manifest),
      cluster: ref.cluster,
      namespace: ref.namespace,
      name: ref.name,
      blob,
      ...(typeof network === 'string' && { network }),
      ...(prune === true && { prune }),
      ...(typeof daemon === 'string' && { daemon }),
      ...(daemonKind === 'MoneroNetwork' && { daemonKind }),
      ...(fields.diskSize && { diskSize: fields.diskSize }),
    },
  };
}
