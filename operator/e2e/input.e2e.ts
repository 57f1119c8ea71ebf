import {
  KubeClient,
  KubeObject,
  RESOURCES,
  ResourceRef,
} from '@monero-portal/kube-client';
import { Condition, NODE_SET } from '@monero-portal/monero-api';
import { StatefulSet } from '../src/machinery/kubeTypes';
import { NODE_SET_RESOURCE } from '../src/nodeset/controller';
import {
  ControlPlane,
  controlPlane,
  createNamespace,
  definitionOf,
  installDefinitions,
} from './faults/ControlPlane';
import { FaultProxy, isWrite, Seen } from './faults/FaultProxy';
import { bundle, OperatorProcess } from './faults/OperatorProcess';
import { simulatePods } from './faults/simulatePods';
import { differences } from './faults/world';
import { until } from './support';

/** Long enough for a loop to show itself. */
const WATCHED_MS = 4_000;

type Fields = Record<string, unknown>;

/** One namespace, its operator, and what that asks of the API server. */
describe('bad input: a condition, an event, and no loop', () => {
  let plane: ControlPlane;
  let client: KubeClient;
  let file: string;
  let namespace: string;
  let proxy: FaultProxy;
  let operator: OperatorProcess;
  let stop: AbortController;
  let count = 0;

  const nodeSet = (name: string) =>
    client.get<KubeObject>(NODE_SET_RESOURCE, namespace, name);

  function apply(
    name: string,
    spec: Fields = {},
    annotations?: Record<string, string>,
  ) {
    return client.apply<KubeObject>(
      NODE_SET_RESOURCE,
      {
        apiVersion: NODE_SET.apiVersion,
        kind: NODE_SET.kind,
        metadata: { name, namespace, annotations },
        spec: { network: 'regtest', monerod: {}, ...spec },
      },
      { fieldManager: 'operator-e2e' },
    );
  }

  const conditionOf = ({ status }: KubeObject, type: string) =>
    (status as { conditions?: Condition[] } | undefined)?.conditions?.find(
      each => each.type === type,
    );

  /** Waits for a condition with this reason. @returns its sentence */
  async function told(
    name: string,
    type: string,
    reason: string,
  ): Promise<string> {
    const set = await until(
      `${name} says ${reason}`,
      () => nodeSet(name),
      each => conditionOf(each, type)?.reason === reason,
      30_000,
    );
    const condition = conditionOf(set, type);
    expect(condition?.observedGeneration).toBe(set.metadata.generation);
    return condition?.message ?? '';
  }

  const ready = (name: string) => told(name, 'Ready', 'AllInSync');

  /** Events of a reason about an object, in the events' own words. */
  async function events(name: string, reason: string): Promise<string[]> {
    const found = await until(
      `an event ${reason}`,
      () =>
        client.list<KubeObject & { note?: string }>(RESOURCES.events, {
          namespace,
          fieldSelector: `regarding.name=${name},reason=${reason}`,
        }),
      ({ items }) => items.length > 0,
      10_000,
    );
    return found.items.map(({ note }) => note ?? '');
  }

  /** What the operator asks within a while, its lease and watches aside. */
  async function asked(satisfies: (seen: Seen) => boolean = () => true) {
    // What was decided before may still be on its way.
    await new Promise(resolve => setTimeout(resolve, 1_000));
    const since = Date.now();
    await new Promise(resolve => setTimeout(resolve, WATCHED_MS));
    return proxy
      .since(
        since,
        seen => seen.resource !== 'leases' && !seen.isWatch && satisfies(seen),
      )
      .map(({ method, path }) => `${method} ${path}`);
  }

  async function open(): Promise<void> {
    count += 1;
    ({ namespace } = await createNamespace(
      client,
      `input-${count}-${Date.now().toString(36)}`,
    ));
    proxy = await FaultProxy.start(plane.target);
    operator = await OperatorProcess.start({
      file,
      server: proxy.url,
      leaseNamespace: 'default',
      options: [`--namespace=${namespace}`],
    });
    stop = new AbortController();
    simulatePods(client, namespace, stop.signal);
  }

  async function close(): Promise<void> {
    stop.abort();
    const isRunning = operator.isRunning;
    await operator.stop();
    await proxy.stop();
    await client
      .delete(RESOURCES.namespaces, undefined, namespace)
      .catch(() => undefined);
    // Whatever came in, the operator never crashed.
    expect(isRunning).toBe(true);
  }

  beforeAll(async () => {
    plane = await controlPlane();
    ({ client } = plane);
    file = await bundle();
  });

  afterAll(async () => {
    await plane?.release();
  });

  describe('from others who write what is ours', () => {
    beforeAll(open);
    afterAll(close);

    it('a malformed status is put right, and nothing else follows from it', async () => {
      await apply('nodes', { replicas: 2 });
      await ready('nodes');
      const before = await client.get<StatefulSet>(
        RESOURCES.statefulSets,
        namespace,
        'nodes',
      );
      await client.patch(
        NODE_SET_RESOURCE,
        namespace,
        'nodes',
        {
          status: {
            replicas: 77,
            observedGeneration: 999,
            conditions: [],
            nodes: null,
            resolved: { image: 'example.org/evil:1' },
          },
        },
        { type: 'merge', subresource: 'status' },
      );
      const healed = await until(
        'the status is right again',
        () => nodeSet('nodes'),
        ({ status }) => (status as Fields)?.replicas === 2,
        10_000,
      );
      expect(conditionOf(healed, 'Ready')?.status).toBe('True');
      expect(JSON.stringify(healed.status)).not.toContain('evil');
      const after = await client.get<StatefulSet>(
        RESOURCES.statefulSets,
        namespace,
        'nodes',
      );
      expect(after.metadata.generation).toBe(before.metadata.generation);
      expect(await asked()).toEqual([]);
    });

    it.each<[string, ResourceRef, string, Fields]>([
      [
        'a Service',
        RESOURCES.services,
        'nodes-rpc',
        { spec: { sessionAffinity: 'None', selector: { app: 'other' } } },
      ],
      [
        'a ConfigMap',
        RESOURCES.configMaps,
        'nodes-monerod',
        { data: { 'nodes-0.conf': 'out-peers=0' } },
      ],
      [
        'a NetworkPolicy',
        RESOURCES.networkPolicies,
        'nodes-monerod',
        { spec: { ingress: [{}] } },
      ],
      [
        'the images of a StatefulSet',
        RESOURCES.statefulSets,
        'nodes',
        {
          spec: {
            template: {
              spec: {
                containers: [
                  { name: 'monerod', image: 'example.org/evil:1' },
                  { name: 'exporter', image: 'example.org/evil:1' },
                ],
              },
            },
          },
        },
      ],
      [
        'the owner of a Service',
        RESOURCES.services,
        'nodes-p2p',
        { metadata: { labels: { 'app.kubernetes.io/instance': 'x' } } },
      ],
    ])(
      '%s that is edited by hand is put right, in one write',
      async (_, resource, name, edit) => {
        const since = Date.now();
        await client.patch(resource, namespace, name, edit, {
          type: 'strategic',
        });
        await until(
          'the edit is gone',
          () => differences(client, namespace),
          found => found.length === 0,
          15_000,
        );
        const writes = proxy.since(
          since,
          seen =>
            isWrite(seen) &&
            seen.resource === resource.plural &&
            seen.status < 300,
        );
        expect(writes.map(({ method }) => method)).toEqual(['PATCH']);
      },
    );
  });

  describe('from the cluster', () => {
    beforeAll(open);
    afterAll(close);

    it('a quota of objects is named, with what to do, and asked again seldom', async () => {
      const quota = (services: string) =>
        client.apply(
          { group: '', version: 'v1', plural: 'resourcequotas' },
          {
            apiVersion: 'v1',
            kind: 'ResourceQuota',
            metadata: { name: 'small', namespace },
            spec: { hard: { services } },
          },
          { fieldManager: 'operator-e2e' },
        );
      await quota('1');
      await until(
        'the quota counts',
        () =>
          client.get<KubeObject>(
            { group: '', version: 'v1', plural: 'resourcequotas' },
            namespace,
            'small',
          ),
        ({ status }) => Boolean((status as Fields)?.hard),
      );
      await apply('many');
      const message = await told('many', 'Stalled', 'QuotaExceeded');
      expect(message).toMatch(
        /exceeded quota: small.*Raise that ResourceQuota/,
      );
      expect(await events('many', 'QuotaExceeded')).toEqual([message]);
      expect((await asked()).length).toBeLessThanOrEqual(1);
      await quota('20');
      await apply('many', {}, { touched: 'yes' });
      await ready('many');
    });

    it('a quota of pods is named, though only events tell of it', async () => {
      await client.create(
        { group: '', version: 'v1', plural: 'resourcequotas' },
        {
          apiVersion: 'v1',
          kind: 'ResourceQuota',
          metadata: { name: 'pods', namespace },
          spec: { hard: { pods: '2' } },
        },
      );
      await apply('podless', { replicas: 3 });
      const message = await told('podless', 'Stalled', 'QuotaExceeded');
      expect(message).toMatch(/no pod.*exceeded quota: pods.*Raise/);
      expect(await events('podless', 'QuotaExceeded')).toEqual([message]);
      expect((await asked(isWrite)).length).toBe(0);
      await client.delete(
        { group: '', version: 'v1', plural: 'resourcequotas' },
        namespace,
        'pods',
      );
      await ready('podless');
    });

    it('a claim that cannot grow is named, and the nodes are rolled out all the same', async () => {
      await client
        .create(RESOURCES.storageClasses, {
          apiVersion: 'storage.k8s.io/v1',
          kind: 'StorageClass',
          metadata: { name: 'rigid' },
          provisioner: 'kubernetes.io/no-provisioner',
          allowVolumeExpansion: false,
        })
        .catch(() => undefined);
      await client.create(RESOURCES.persistentVolumes, {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name: `${namespace}-rigid` },
        spec: {
          capacity: { storage: '1Gi' },
          accessModes: ['ReadWriteOnce'],
          storageClassName: 'rigid',
          hostPath: { path: '/nowhere' },
          claimRef: { namespace, name: 'data-rigid-0' },
        },
      });
      const spec = { storageClass: 'rigid', diskSize: '1Gi' };
      await apply('rigid', spec);
      await ready('rigid');
      await until(
        'the claim is bound',
        () =>
          client.get<KubeObject>(
            RESOURCES.persistentVolumeClaims,
            namespace,
            'data-rigid-0',
          ),
        ({ status }) => (status as Fields)?.phase === 'Bound',
      );
      const [old] = (
        await client.list(RESOURCES.pods, {
          namespace,
          labelSelector: 'app.kubernetes.io/instance=rigid',
        })
      ).items;
      await apply('rigid', {
        ...spec,
        diskSize: '2Gi',
        monerod: { args: ['--max-concurrency=2'] },
      });
      const message = await told('rigid', 'Stalled', 'ClaimCannotGrow');
      expect(message).toMatch(
        /data-rigid-0 stays at 1Gi.*StorageClass rigid.*2Gi.*allowVolumeExpansion/,
      );
      expect(await events('rigid', 'ClaimCannotGrow')).toEqual([message]);
      await until(
        'the pod is a new one',
        () => client.get(RESOURCES.pods, namespace, 'rigid-0'),
        ({ metadata }) => metadata.uid !== old.metadata.uid,
      );
      await new Promise(resolve => setTimeout(resolve, 1_000));
      expect((await asked()).length).toBeLessThanOrEqual(2);
      await client.delete(
        RESOURCES.persistentVolumes,
        undefined,
        `${namespace}-rigid`,
      );
    });

    it('in a namespace that is going nothing is made, and nobody asks again and again', async () => {
      await apply('late');
      await ready('late');
      // Something holds the namespace up, as stuck finalizers do.
      await client.patch(
        NODE_SET_RESOURCE,
        namespace,
        'late',
        { metadata: { finalizers: ['example.org/stuck'] } },
        { type: 'merge' },
      );
      await client.create(NODE_SET_RESOURCE, {
        apiVersion: NODE_SET.apiVersion,
        kind: NODE_SET.kind,
        metadata: {
          name: 'kept',
          namespace,
          finalizers: ['example.org/stuck'],
        },
        spec: { network: 'regtest', paused: true, monerod: {} },
      });
      await client.delete(RESOURCES.namespaces, undefined, namespace);
      await until(
        'the namespace is emptied',
        () => client.list(RESOURCES.services, { namespace }),
        ({ items }) => items.length === 0,
      );
      // What was told while it was emptied is told.
      await until(
        'nothing of the set is written any more',
        () => client.get(NODE_SET_RESOURCE, namespace, 'late'),
        ({ metadata }) =>
          metadata.deletionTimestamp !== undefined &&
          !proxy.seen.some(
            seen => isWrite(seen) && seen.at > Date.now() - 2_000,
          ),
      );
      const since = proxy.seen.length;
      expect(await asked(isWrite)).toEqual([]);
      expect(
        proxy.seen
          .slice(since)
          .filter(seen => isWrite(seen) && seen.status < 300),
      ).toEqual([]);
      for (const name of ['late', 'kept']) {
        await client.patch(
          NODE_SET_RESOURCE,
          namespace,
          name,
          { metadata: { finalizers: null } },
          { type: 'merge' },
        );
      }
    });
  });

  describe('from a namespace that is going, and held up', () => {
    beforeAll(open);
    afterAll(close);

    /** Kubernetes empties a namespace only while it has a finalizer there. */
    async function finalizers(own: string[]): Promise<void> {
      const found = await client.get<KubeObject>(
        RESOURCES.namespaces,
        undefined,
        namespace,
      );
      const body = { ...found, spec: { finalizers: own } };
      await client.raw('PUT', `/api/v1/namespaces/${namespace}/finalize`, {
        body,
      });
    }

    const holdUp = (by: string[] | null) =>
      client.patch(
        RESOURCES.namespaces,
        undefined,
        namespace,
        { metadata: { finalizers: by } },
        { type: 'merge' },
      );

    it('says so of what it cannot make there, and asks seldom', async () => {
      await apply('kept');
      await ready('kept');
      await holdUp(['example.org/held']);
      await finalizers([]);
      await client.delete(RESOURCES.namespaces, undefined, namespace);
      await client.delete(RESOURCES.services, namespace, 'kept-rpc');
      const message = await told('kept', 'Stalled', 'NamespaceTerminating');
      expect(message).toMatch(/namespace is being deleted/);
      expect((await asked(isWrite)).length).toBeLessThanOrEqual(1);
      await finalizers(['kubernetes']);
      await holdUp(null);
      await until(
        'the namespace is gone',
        () =>
          client.list(RESOURCES.namespaces, {
            fieldSelector: `metadata.name=${namespace}`,
          }),
        ({ items }) => items.length === 0,
      );
    });
  });

  describe('from other versions of the definitions', () => {
    const original: KubeObject[] = [];

    beforeAll(async () => {
      original.push(
        ...(await Promise.all(
          ['moneronodesets', 'moneronetworks', 'monerominingnodesets'].map(
            definitionOf,
          ),
        )),
      );
    });

    afterEach(async () => {
      await close();
      await installDefinitions(client, original);
    });

    it('fields that an older one does not know are pruned, without a loop over what does not stick', async () => {
      await installDefinitions(client, [older(original[0])]);
      await open();
      await apply('nodes', { replicas: 2 });
      await until(
        'the status is there',
        () => nodeSet('nodes'),
        set => conditionOf(set, 'Ready')?.status === 'True',
      );
      const { status } = await nodeSet('nodes');
      expect(status).not.toHaveProperty('nodes');
      expect(await asked()).toEqual([]);
      // A pass that has nothing to say says nothing.
      const since = Date.now();
      await apply('nodes', { replicas: 2 }, { touched: 'yes' });
      expect(await asked()).toEqual([]);
      expect(proxy.since(since, isWrite)).toEqual([]);
    });

    it('what an older one lets in is refused in words, and a status of any shape is overcome', async () => {
      await installDefinitions(client, [anything(original[0])]);
      await open();
      await apply('wild', { monerod: { args: ['--data-dir=/x'] } });
      await client.patch(
        NODE_SET_RESOURCE,
        namespace,
        'wild',
        { status: { conditions: 'nonsense', nodes: 7, resolved: [1] } },
        { type: 'merge', subresource: 'status' },
      );
      const message = await told('wild', 'Stalled', 'InvalidSpec');
      expect(message).toContain('--data-dir');
      await client.patch(
        NODE_SET_RESOURCE,
        namespace,
        'wild',
        {
          spec: { monerod: { args: null } },
        },
        { type: 'merge' },
      );
      await client.patch(
        NODE_SET_RESOURCE,
        namespace,
        'wild',
        { status: { conditions: { a: 1 }, nodes: 'x', resolved: 3 } },
        { type: 'merge', subresource: 'status' },
      );
      await ready('wild');
      expect(await asked()).toEqual([]);
    });

    it('a kind that is missing altogether keeps the others from nothing, and /readyz names it', async () => {
      await client.delete(
        RESOURCES.customResourceDefinitions,
        undefined,
        original[1].metadata.name,
      );
      await open();
      await apply('nodes');
      await ready('nodes');
      const { status, text } = await operator.health('/readyz');
      expect({ status, text }).toEqual({
        status: 503,
        text: 'waiting for the first list of moneronetworks',
      });
      expect((await operator.health('/healthz')).status).toBe(200);
      await installDefinitions(client, original);
      await until(
        'it is ready',
        () => operator.isReady(),
        isReady => isReady,
        30_000,
      );
    });
  });
});

/** The schema of a definition's only version, to change. */
function changed(definition: KubeObject, change: (properties: Fields) => void) {
  const copy = structuredClone(definition);
  const [version] = (
    copy.spec as {
      versions: Array<{ schema: { openAPIV3Schema: { properties: Fields } } }>;
    }
  ).versions;
  change(version.schema.openAPIV3Schema.properties);
  return copy;
}

/** Without fields that came later. */
function older(definition: KubeObject): KubeObject {
  return changed(definition, properties => {
    const status = properties.status as { properties: Fields };
    delete status.properties.nodes;
    delete status.properties.resolved;
  });
}

/** Without any schema: it lets in everything. */
function anything(definition: KubeObject): KubeObject {
  return changed(definition, properties => {
    const any = {
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
    };
    properties.spec = any;
    properties.status = any;
  });
}
