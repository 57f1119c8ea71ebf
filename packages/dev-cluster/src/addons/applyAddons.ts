import type { ApiClient, Manifest } from '../cluster/apiClient';
import { RBAC } from './rbac';
import { SERVICES } from './services';

const PLURALS: Record<string, string> = {
  APIService: 'apiservices',
  ClusterRole: 'clusterroles',
  ClusterRoleBinding: 'clusterrolebindings',
  EndpointSlice: 'endpointslices',
  RoleBinding: 'rolebindings',
  Service: 'services',
};

/** Path of the collection that a manifest belongs to. */
export function collectionOf({ apiVersion, kind, metadata }: Manifest): string {
  const base = apiVersion.includes('/')
    ? `/apis/${apiVersion}`
    : `/api/${apiVersion}`;
  const scope = metadata.namespace ? `/namespaces/${metadata.namespace}` : '';
  return `${base}${scope}/${PLURALS[kind]}`;
}

/**
 * Applies RBAC, and Services where there are nodes whose programs stand behind
 * them: an APIService that nobody answers for would keep namespaces from being
 * deleted. The same again changes nothing.
 */
export async function applyAddons(
  api: ApiClient,
  nodes: number,
): Promise<void> {
  await Promise.all(
    [...RBAC, ...(nodes > 0 ? SERVICES : [])].map(manifest =>
      api.apply(collectionOf(manifest), manifest),
    ),
  );
}
