import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesBackend from '@backstage/plugin-kubernetes-backend';
import type {
  ClusterObjects,
  KubernetesFetchError,
  ObjectsByEntityResponse,
} from '@backstage/plugin-kubernetes-common';
import {
  kubernetesFetcherExtensionPoint,
  type FetchResponseWrapper,
  type KubernetesFetcher,
  type ObjectFetchParams,
  type ObjectToFetch,
} from '@backstage/plugin-kubernetes-node';
import request from 'supertest';
import kubernetesModuleMonero from './index';

interface Item {
  metadata: { name: string; uid: string; labels?: Record<string, string> };
}

const item = (name: string, labels?: Record<string, string>): Item => ({
  metadata: { name, uid: `uid-${name}`, labels },
});

/** What the cluster holds. */
const COLLECTIONS: Record<string, Item[]> = {
  pods: [
    item('web-0', {
      'app.kubernetes.io/name': 'monerod',
      'app.kubernetes.io/instance': 'web',
    }),
    item('lab-0-0', { 'utxo.com.br/network': 'lab' }),
  ],
  moneronodesets: [
    item('web'),
    item('other'),
    item('lab-0', { 'utxo.com.br/network': 'lab' }),
  ],
  moneronetworks: [item('lab')],
  monerominingnodesets: [item('rig')],
};

/** Lists as kube-apiserver does: by namespace, and equality of labels. */
class FakeFetcher implements KubernetesFetcher {
  readonly asked: string[] = [];
  readonly #refused: string[];
  readonly #isAway: boolean;

  constructor(options: { refused?: string[]; isAway?: boolean }) {
    this.#refused = options.refused ?? [];
    this.#isAway = options.isAway ?? false;
  }

  async fetchObjectsForService(
    params: ObjectFetchParams,
  ): Promise<FetchResponseWrapper> {
    if (this.#isAway) {
      throw Object.assign(new Error('ECONNREFUSED'), { name: 'FetchError' });
    }
    const wanted = [...params.objectTypesToFetch, ...params.customResources];
    this.asked.push(
      ...wanted.map(({ plural }) => `${params.clusterDetails.name}/${plural}`),
    );
    const isRefused = ({ plural }: ObjectToFetch) =>
      this.#refused.includes(plural);
    return {
      errors: wanted.filter(isRefused).map(refusal),
      responses: wanted
        .filter(each => !isRefused(each))
        .map(({ objectType, plural }) => ({
          type: objectType as 'customresources',
          resources: selected(plural, params),
        })),
    };
  }

  async fetchPodMetricsByNamespaces(): Promise<FetchResponseWrapper> {
    return { errors: [], responses: [] };
  }
}

function refusal({ plural }: ObjectToFetch): KubernetesFetchError {
  return {
    errorType: 'UNAUTHORIZED_ERROR',
    statusCode: 403,
    resourcePath: plural,
  };
}

function selected(
  plural: string,
  { labelSelector = '', namespace }: ObjectFetchParams,
): Item[] {
  const pairs = labelSelector
    .split(',')
    .filter(Boolean)
    .map(each => each.split('='));
  return namespace === 'monero'
    ? (COLLECTIONS[plural] ?? []).filter(({ metadata }) =>
        pairs.every(([key, value]) => metadata.labels?.[key] === value),
      )
    : [];
}

function entityOf(type: string, name: string, selector: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: `dev.monero.${name}`,
      annotations: {
        'utxo.com.br/cluster': 'dev',
        'utxo.com.br/namespace': 'monero',
        'utxo.com.br/name': name,
        'backstage.io/kubernetes-cluster': 'dev',
        'backstage.io/kubernetes-namespace': 'monero',
        'backstage.io/kubernetes-label-selector': selector,
      },
    },
    spec: { type },
  };
}

const WEB = entityOf(
  'monero-node-set',
  'web',
  'app.kubernetes.io/name=monerod,app.kubernetes.io/instance=web',
);
const LAB = entityOf('monero-network', 'lab', 'utxo.com.br/network=lab');
const RIG = entityOf(
  'monero-mining-node-set',
  'rig',
  'app.kubernetes.io/name=xmrig,app.kubernetes.io/instance=rig',
);

const namesOf = ({ resources }: ClusterObjects, type: string) =>
  resources
    .filter(each => each.type === type)
    .flatMap(each => each.resources as Item[])
    .map(({ metadata }) => metadata.name)
    .sort();

const CLUSTERS = ['dev', 'other'].map(name => ({
  name,
  url: 'https://localhost:6443',
  authProvider: 'localKubectlProxy',
}));

describe('kubernetesModuleMonero', () => {
  /** The answer that the tab of an entity shows, and what the cluster was asked. */
  async function tabOf(
    entity: Entity,
    options: ConstructorParameters<typeof FakeFetcher>[0] & {
      customResources?: object[];
      locator?: string;
    } = {},
  ) {
    const fetcher = new FakeFetcher(options);
    const { customResources, locator = 'multiTenant' } = options;
    const backend = await startTestBackend({
      features: [
        kubernetesBackend,
        kubernetesModuleMonero,
        createBackendModule({
          pluginId: 'kubernetes',
          moduleId: 'fake-fetcher',
          register(reg) {
            reg.registerInit({
              deps: { point: kubernetesFetcherExtensionPoint },
              init: async ({ point }) => point.addFetcher(fetcher),
            });
          },
        }),
        catalogServiceMock.factory({ entities: [entity] }),
        mockServices.rootConfig.factory({
          data: {
            kubernetes: {
              serviceLocatorMethod: { type: locator },
              ...(customResources && { customResources }),
              clusterLocatorMethods: [{ type: 'config', clusters: CLUSTERS }],
            },
          },
        }),
      ],
    });
    try {
      const { status, body } = await request(backend.server)
        .post(`/api/kubernetes/services/${entity.metadata.name}`)
        .send({ entity, auth: {} });
      expect(body.error).toBeUndefined();
      expect(status).toBe(200);
      const { items } = body as ObjectsByEntityResponse;
      return { items, asked: fetcher.asked };
    } finally {
      await backend.stop();
    }
  }

  it.each([
    ['a node set: its pods, and itself but no other', WEB, ['web-0'], ['web']],
    [
      'a network: its pods, itself and its members',
      LAB,
      ['lab-0-0'],
      ['lab', 'lab-0'],
    ],
    ['miners that have no pod yet', RIG, [], ['rig']],
  ])('shows %s', async (_, entity, pods, own) => {
    const { items } = await tabOf(entity);
    expect(items.map(({ cluster }) => cluster.name)).toEqual(['dev']);
    expect(namesOf(items[0], 'pods')).toEqual(pods);
    expect(namesOf(items[0], 'customresources')).toEqual(own);
    expect(items[0].errors).toEqual([]);
  });

  it('asks for the kind of the entity alone, of its own cluster', async () => {
    const { asked } = await tabOf(RIG);
    expect(asked.filter(path => path.includes('monero'))).toEqual([
      'dev/monerominingnodesets',
    ]);
  });

  it('asks no other cluster for anything, if the app is configured so', async () => {
    const { items, asked } = await tabOf(WEB, { locator: 'singleTenant' });
    expect(namesOf(items[0], 'customresources')).toEqual(['web']);
    expect(asked.filter(path => !path.startsWith('dev/'))).toEqual([]);
  });

  it('tells nothing twice where the app configures the custom resources, too', async () => {
    const { items } = await tabOf(LAB, {
      customResources: [
        {
          group: 'utxo.com.br',
          apiVersion: 'v1alpha1',
          plural: 'moneronodesets',
        },
      ],
    });
    expect(namesOf(items[0], 'customresources')).toEqual(['lab', 'lab-0']);
  });

  it('shows the pods where the custom resources may not be read, and says so', async () => {
    const { items } = await tabOf(WEB, { refused: ['moneronodesets'] });
    expect(namesOf(items[0], 'pods')).toEqual(['web-0']);
    expect(items[0].errors).toEqual([
      {
        errorType: 'UNAUTHORIZED_ERROR',
        statusCode: 403,
        resourcePath: 'moneronodesets',
      },
    ]);
  });

  it('says once that a cluster is away', async () => {
    const { items } = await tabOf(LAB, { isAway: true });
    expect(
      items.map(({ resources, errors }) => ({ resources, errors })),
    ).toEqual([
      {
        resources: [],
        errors: [{ errorType: 'FETCH_ERROR', message: 'ECONNREFUSED' }],
      },
    ]);
  });

  it('asks nothing more for entities of others', async () => {
    const { items, asked } = await tabOf({ ...WEB, spec: { type: 'website' } });
    expect(namesOf(items[0], 'pods')).toEqual(['web-0']);
    expect(asked.filter(path => path.includes('monero'))).toEqual([]);
  });
});
