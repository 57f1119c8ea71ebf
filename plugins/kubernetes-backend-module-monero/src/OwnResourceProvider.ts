import type {
  ClusterObjects,
  KubernetesFetchError,
  ObjectsByEntityResponse,
} from '@backstage/plugin-kubernetes-common';
import type {
  AuthenticationStrategy,
  ClusterDetails,
  CustomResourcesByEntity,
  KubernetesFetcher,
  KubernetesObjectsByEntity,
  KubernetesObjectsProvider,
  KubernetesServiceLocator,
} from '@backstage/plugin-kubernetes-node';
import { ownResourcesOf, type OwnResources } from './ownResource';

/** What the Kubernetes plugin hands to a provider of objects. */
export interface OwnResourceProviderOptions {
  /** Finds everything that carries the entity's labels. */
  inner: KubernetesObjectsProvider;
  serviceLocator: KubernetesServiceLocator;
  fetcher: KubernetesFetcher;
  authStrategy: AuthenticationStrategy;
}

type Options = Parameters<
  KubernetesObjectsProvider['getKubernetesObjectsByEntity']
>[1];

/** A custom resource, as far as it is looked at here. */
interface CustomObject {
  metadata?: { name?: string; uid?: string };
}

/** What one cluster answered. */
interface Own {
  cluster: ClusterDetails;
  objects: CustomObject[];
  errors: KubernetesFetchError[];
}

/**
 * Adds to what the Kubernetes plugin finds by labels the custom resource that
 * an entity stands for. Labels cannot find it: whoever writes a node set need
 * not label it, and the operator writes nothing but its status.
 */
export class OwnResourceProvider implements KubernetesObjectsProvider {
  readonly #options: OwnResourceProviderOptions;

  constructor(options: OwnResourceProviderOptions) {
    this.#options = options;
  }

  async getKubernetesObjectsByEntity(
    request: KubernetesObjectsByEntity,
    options: Options,
  ): Promise<ObjectsByEntityResponse> {
    const own = ownResourcesOf(request.entity);
    const [found, added] = await Promise.all([
      this.#options.inner.getKubernetesObjectsByEntity(request, options),
      own && this.#fetchOwn(own, request, options),
    ]);
    return added ? { items: withAdded(found.items, added) } : found;
  }

  /** Whoever names the custom resources themselves gets just those. */
  getCustomResourcesByEntity(
    request: CustomResourcesByEntity,
    options: Options,
  ): Promise<ObjectsByEntityResponse> {
    return this.#options.inner.getCustomResourcesByEntity(request, options);
  }

  /** @returns undefined when the cluster is not configured, or may not be seen */
  async #fetchOwn(
    own: OwnResources,
    { entity, auth }: KubernetesObjectsByEntity,
    { credentials }: Options,
  ): Promise<Own | undefined> {
    const { serviceLocator, authStrategy, fetcher } = this.#options;
    const { clusters } = await serviceLocator.getClustersByEntity(entity, {
      objectTypesToFetch: new Set(),
      customResources: own.wanted.map(({ resource }) => resource),
      credentials,
    });
    const cluster = clusters.find(({ name }) => name === own.cluster);
    if (!cluster) {
      return undefined;
    }
    const credential = await authStrategy.getCredential(cluster, auth);
    const answers = await Promise.all(
      own.wanted.map(({ resource, labelSelector }) =>
        fetcher
          .fetchObjectsForService({
            serviceId: entity.metadata.name,
            clusterDetails: cluster,
            credential,
            objectTypesToFetch: new Set(),
            customResources: [resource],
            labelSelector,
            namespace: own.namespace,
          })
          .catch(unreachable),
      ),
    );
    return {
      cluster,
      objects: answers.flatMap(({ responses }, index) =>
        responses
          .flatMap<CustomObject>(({ resources }) => resources as CustomObject[])
          .filter(isNamed(own.wanted[index].name)),
      ),
      errors: answers.flatMap(({ errors }) => errors),
    };
  }
}

/** A list cannot be asked for one name: what else it holds is left out. */
function isNamed(name: string | undefined) {
  return ({ metadata }: CustomObject) =>
    name === undefined || metadata?.name === name;
}

/** As the plugin itself tells of a cluster that does not answer. */
function unreachable(error: Error) {
  if (error.name !== 'FetchError') {
    throw error;
  }
  const { message } = error;
  const errors: KubernetesFetchError[] = [
    { errorType: 'FETCH_ERROR', message },
  ];
  return { responses: [], errors };
}

/**
 * What was found on the entity's own cluster and the custom resources, nothing
 * twice. Other clusters may be asked, too, and have the same names and labels:
 * those are of other objects.
 */
function withAdded(found: ClusterObjects[], own: Own): ClusterObjects[] {
  const at = found.find(({ cluster }) => cluster.name === own.cluster.name);
  const { resources, errors, ...rest } = at ?? {
    cluster: shownOf(own.cluster),
    podMetrics: [],
    resources: [],
    errors: [],
  };
  const known = new Set(
    resources
      .flatMap<CustomObject>(each => each.resources as CustomObject[])
      .map(({ metadata }) => metadata?.uid),
  );
  const objects = own.objects.filter(
    ({ metadata }) => !known.has(metadata?.uid),
  );
  if (!at && objects.length === 0 && own.errors.length === 0) {
    return [];
  }
  const merged: ClusterObjects = {
    ...rest,
    resources:
      objects.length > 0
        ? [...resources, { type: 'customresources', resources: objects }]
        : resources,
    errors: [...errors, ...newIn(own.errors, errors)],
  };
  return [merged];
}

/** A cluster that is away is away once, however often it was asked. */
function newIn(
  errors: KubernetesFetchError[],
  known: KubernetesFetchError[],
): KubernetesFetchError[] {
  const words = new Set(known.map(each => JSON.stringify(each)));
  return errors.filter(each => {
    const own = JSON.stringify(each);
    return !words.has(own) && words.add(own);
  });
}

function shownOf(cluster: ClusterDetails): ClusterObjects['cluster'] {
  const { name, title, dashboardUrl, dashboardApp, dashboardParameters } =
    cluster;
  return { name, title, dashboardUrl, dashboardApp, dashboardParameters };
}
