import {
  KubeClient,
  KubeError,
  ResourceRef,
  RESOURCES,
} from '@monero-portal/kube-client';
import { MINING_NODE_SET_RESOURCE } from './miningnodeset/controller';
import { NETWORK_RESOURCE } from './network/controller';
import { POD_MONITOR_RESOURCE } from './machinery/podMonitor';
import { NODE_SET_RESOURCE } from './nodeset/controller';

/** A verb of Kubernetes' authorization. */
export type Verb =
  | 'get'
  | 'list'
  | 'watch'
  | 'create'
  | 'update'
  | 'patch'
  | 'delete';

/** What may be done with a resource. */
export interface AccessRule {
  resource: ResourceRef;
  subresource?: string;
  verbs: readonly Verb[];
}

const FOLLOW: readonly Verb[] = ['list', 'watch'];
/** Server-side apply of what does not exist needs create beside patch. */
const APPLY: readonly Verb[] = ['create', 'patch'];

/** What node sets need. */
export const NODE_SET_ACCESS: readonly AccessRule[] = [
  { resource: NODE_SET_RESOURCE, verbs: FOLLOW },
  { resource: NODE_SET_RESOURCE, subresource: 'status', verbs: ['patch'] },
  { resource: RESOURCES.serviceAccounts, verbs: [...FOLLOW, ...APPLY] },
  {
    resource: RESOURCES.networkPolicies,
    verbs: [...FOLLOW, ...APPLY, 'delete'],
  },
  { resource: RESOURCES.configMaps, verbs: [...FOLLOW, ...APPLY, 'delete'] },
  { resource: RESOURCES.services, verbs: [...FOLLOW, ...APPLY, 'delete'] },
  {
    resource: RESOURCES.podDisruptionBudgets,
    verbs: [...FOLLOW, ...APPLY, 'delete'],
  },
  { resource: RESOURCES.statefulSets, verbs: [...FOLLOW, ...APPLY, 'delete'] },
  { resource: RESOURCES.deployments, verbs: [...FOLLOW, ...APPLY, 'delete'] },
  // By name alone: nobody's Secrets are listed.
  { resource: RESOURCES.secrets, verbs: ['get', 'create', 'patch'] },
  { resource: RESOURCES.pods, verbs: [...FOLLOW, 'delete'] },
  { resource: RESOURCES.persistentVolumeClaims, verbs: [...FOLLOW, 'patch'] },
  { resource: RESOURCES.events, verbs: ['create'] },
];

/** What node sets need where the Prometheus operator is, and to know that it is. */
export const POD_MONITOR_ACCESS: readonly AccessRule[] = [
  { resource: RESOURCES.customResourceDefinitions, verbs: FOLLOW },
  { resource: POD_MONITOR_RESOURCE, verbs: [...FOLLOW, ...APPLY, 'delete'] },
];

/** What node sets need to say why Kubernetes makes no pods for them. */
export const EXPLAIN_ACCESS: readonly AccessRule[] = [
  { resource: RESOURCES.events, verbs: ['list'] },
];

/** What networks need beside that. */
export const NETWORK_ACCESS: readonly AccessRule[] = [
  { resource: NETWORK_RESOURCE, verbs: FOLLOW },
  { resource: NETWORK_RESOURCE, subresource: 'status', verbs: ['patch'] },
  { resource: NODE_SET_RESOURCE, verbs: [...APPLY, 'delete'] },
];

/** What mining sets need beside that. */
export const MINING_ACCESS: readonly AccessRule[] = [
  { resource: MINING_NODE_SET_RESOURCE, verbs: FOLLOW },
  {
    resource: MINING_NODE_SET_RESOURCE,
    subresource: 'status',
    verbs: ['patch'],
  },
];

/**
 * All that the operator does to the API, and so all that its roles grant:
 * clients refuse everything else, and a test compares this with the manifests.
 */
export const ACCESS: readonly AccessRule[] = [
  ...NODE_SET_ACCESS,
  ...POD_MONITOR_ACCESS,
  ...EXPLAIN_ACCESS,
  ...NETWORK_ACCESS,
  ...MINING_ACCESS,
];

/** What leader election does, in the operator's own namespace. */
export const LEASE_ACCESS: readonly AccessRule[] = [
  { resource: RESOURCES.leases, verbs: ['get', 'create', 'update'] },
];

/** Told of every use, for tests that look for rights nobody needs. */
export type AccessUse = (verb: Verb, name: string) => void;

/** `group/plural` or `group/plural/subresource`, as roles write it. */
export function accessName(resource: ResourceRef, subresource?: string) {
  return [resource.group, resource.plural, subresource]
    .filter(part => part !== undefined)
    .join('/');
}

/** A client that does only what the rules allow, and says what it does. */
export function limitAccess(
  client: KubeClient,
  rules: readonly AccessRule[],
  onUse: AccessUse = () => {},
): KubeClient {
  const allowed = new Set(
    rules.flatMap(({ resource, subresource, verbs }) =>
      verbs.map(verb => `${verb} ${accessName(resource, subresource)}`),
    ),
  );
  const use = (verb: Verb, resource: ResourceRef, subresource?: string) => {
    const name = accessName(resource, subresource);
    if (!allowed.has(`${verb} ${name}`)) {
      throw new KubeError({
        code: 'Config',
        message: `${verb} ${name} is not in the operator's list of access rules`,
      });
    }
    onUse(verb, name);
  };
  const beyond = () => {
    throw new KubeError({
      code: 'Config',
      message: 'the operator makes no requests of its own making',
    });
  };
  return {
    get: async (resource, ...rest) => {
      use('get', resource);
      return client.get(resource, ...rest);
    },
    list: async (resource, ...rest) => {
      use('list', resource);
      return client.list(resource, ...rest);
    },
    watch: (resource, ...rest) => {
      use('list', resource);
      use('watch', resource);
      client.watch(resource, ...rest);
    },
    apply: async (resource, object, options) => {
      use('patch', resource, options.subresource);
      if (!options.subresource) use('create', resource);
      return client.apply(resource, object, options);
    },
    create: async (resource, ...rest) => {
      use('create', resource);
      return client.create(resource, ...rest);
    },
    replace: async (resource, ...rest) => {
      use('update', resource);
      return client.replace(resource, ...rest);
    },
    delete: async (resource, ...rest) => {
      use('delete', resource);
      return client.delete(resource, ...rest);
    },
    patch: async (resource, namespace, name, body, options) => {
      use('patch', resource, options.subresource);
      return client.patch(resource, namespace, name, body, options);
    },
    raw: async () => beyond(),
    podProxy: async () => beyond(),
    close: () => client.close(),
  };
}
