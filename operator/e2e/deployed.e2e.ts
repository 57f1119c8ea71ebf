import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { POD_MONITOR_RESOURCE } from '../src/machinery/podMonitor';
import { sharedName, secretName } from '../src/nodeset/names';
import { POD_MONITOR_DEFINITION } from './podMonitorDefinition';
import { installDefinitions } from './faults/ControlPlane';
import { Bench, connect, kubectl, until } from './support';

const SET = 'keys';
const MONITOR = sharedName(SET);
/** Its pods stay pending: what is looked at here needs none. */
const SPEC = {
  network: 'regtest',
  diskSize: '1Gi',
  monerod: {},
  tor: { enabled: true },
  podTemplate: { nodeSelector: { 'example.com/nowhere': 'true' } },
} as const;

/** With the rights that its roles give it, which other tests do not lead to. */
describe('the operator as it is deployed', () => {
  let client: KubeClient;
  let bench: Bench;

  const monitor = (name = MONITOR) =>
    client.get<KubeObject>(POD_MONITOR_RESOURCE, bench.namespace, name);
  const removeDefinition = () =>
    client
      .delete(
        RESOURCES.customResourceDefinitions,
        undefined,
        POD_MONITOR_DEFINITION.metadata.name,
      )
      .catch(() => undefined);

  beforeAll(async () => {
    client = connect();
    bench = new Bench(client, `deployed-e2e-${Date.now().toString(36)}`);
    await bench.deployOperator();
    await kubectl('create', 'namespace', bench.namespace);
    await bench.apply(SET, SPEC);
  });

  afterAll(async () => {
    await removeDefinition();
    await kubectl('delete', 'namespace', bench.namespace, '--wait=false');
    await client.close();
  });

  it('gives keys no owner while they are to stay, and the set when they are to go with it', async () => {
    const secret = () =>
      client.get(RESOURCES.secrets, bench.namespace, secretName(SET, 'tor'));
    const made = await until(
      'keys are made',
      secret,
      each => each.metadata.name === secretName(SET, 'tor'),
    );
    expect(made.metadata.ownerReferences ?? []).toEqual([]);
    await bench.apply(SET, { ...SPEC, volumeRetention: 'Delete' });
    const owned = await until(
      'keys have an owner',
      secret,
      ({ metadata }) => metadata.ownerReferences?.length === 1,
    );
    expect(owned.metadata.ownerReferences).toMatchObject([
      { kind: 'MoneroNodeSet', name: SET },
    ]);
    expect(owned.data).toEqual(made.data);
  });

  it('makes a PodMonitor once the cluster knows them, and removes one of its own that nobody wants', async () => {
    await installDefinitions(client, [POD_MONITOR_DEFINITION]);
    const { metadata, spec } = await until(
      'the PodMonitor is there',
      () => monitor(),
      each => each.metadata.name === MONITOR,
    );
    await client.create(POD_MONITOR_RESOURCE, {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: {
        name: `${MONITOR}-old`,
        namespace: bench.namespace,
        labels: metadata.labels,
        ownerReferences: metadata.ownerReferences,
      },
      spec,
    });
    await until(
      'the old one is gone',
      () => client.list(POD_MONITOR_RESOURCE, { namespace: bench.namespace }),
      ({ items }) => items.length === 1,
    );
    expect((await monitor()).metadata.uid).toBe(metadata.uid);
  });
});
