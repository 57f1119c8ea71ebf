import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { parse } from 'yaml';
import { accessName, POD_MONITOR_ACCESS } from '../src/access';
import { POD_MONITOR_RESOURCE } from '../src/machinery/podMonitor';
import {
  ControlPlane,
  controlPlane,
  createNamespace,
  installDefinitions,
} from './faults/ControlPlane';
import { bundle, OperatorProcess } from './faults/OperatorProcess';
import { apply, manifest, remove } from './faults/world';
import { POD_MONITOR_DEFINITION } from './podMonitorDefinition';
import { until, WALLET } from './support';

const SET = 'nodes';
const CHILD = 'nodes-monerod';
const MINERS = 'miners';
const CHILD_OF_MINERS = 'miners-xmrig';

describe('PodMonitors, which a cluster may not know', () => {
  let plane: ControlPlane;
  let client: KubeClient;
  let namespace: string;
  let removeNamespace: () => Promise<void>;
  let operator: OperatorProcess;

  const removeDefinition = () =>
    client
      .delete(
        RESOURCES.customResourceDefinitions,
        undefined,
        POD_MONITOR_DEFINITION.metadata.name,
      )
      .catch(() => undefined);

  const found = (name = CHILD) =>
    until(
      `the PodMonitor ${name} is there`,
      () => client.get<KubeObject>(POD_MONITOR_RESOURCE, namespace, name),
      () => true,
      30_000,
    );

  beforeAll(async () => {
    plane = await controlPlane();
    ({ client } = plane);
    await removeDefinition();
    const made = await createNamespace(
      client,
      `podmonitor-${Date.now().toString(36)}`,
    );
    ({ namespace } = made);
    removeNamespace = made.remove;
    operator = await OperatorProcess.start({
      file: await bundle(),
      kubeconfig: plane.kubeconfig,
      leaseNamespace: namespace,
      options: [`--namespace=${namespace}`],
    });
    await apply(
      client,
      manifest('MoneroNodeSet', namespace, SET, {
        network: 'regtest',
        monerod: {},
      }),
    );
    await apply(
      client,
      manifest('MoneroMiningNodeSet', namespace, MINERS, {
        daemonRef: { kind: 'MoneroNodeSet', name: SET },
        wallet: WALLET,
      }),
    );
  });

  afterAll(async () => {
    await operator?.stop();
    await removeNamespace?.();
    await removeDefinition();
    await plane?.release();
  });

  it('sets get their other children where they are not known', async () => {
    const podsOf = (set: string) =>
      until(
        `the StatefulSet ${set} is there`,
        () => client.get(RESOURCES.statefulSets, namespace, set),
        () => true,
      );
    await podsOf(SET);
    await podsOf(MINERS);
    expect(await operator.isReady()).toBe(true);
    expect(operator.lines('reconcile failed')).toEqual([]);
  });

  it.each([
    ['node set', 'nodeset', CHILD],
    ['mining set', 'miningnodeset', CHILD_OF_MINERS],
  ])(
    'the %s gets one as golden once they are known, without a restart of the operator',
    async (_, folder, child) => {
      await installDefinitions(client, [POD_MONITOR_DEFINITION]);
      const { spec } = await found(child);
      const golden = parse(
        await readFile(
          join(__dirname, `../src/${folder}/__golden__/pod-monitor.yaml`),
          'utf8',
        ),
      );
      expect(spec).toEqual(golden.spec);
    },
  );

  it('one is put back when somebody deletes or edits it', async () => {
    const { metadata } = await found();
    await client.delete(POD_MONITOR_RESOURCE, namespace, CHILD);
    const again = await until(
      'a new one is there',
      () => client.get(POD_MONITOR_RESOURCE, namespace, CHILD),
      each => each.metadata.uid !== metadata.uid,
      30_000,
    );
    expect(again.metadata.uid).not.toBe(metadata.uid);
    await client.patch(
      POD_MONITOR_RESOURCE,
      namespace,
      CHILD,
      { spec: { podMetricsEndpoints: [] } },
      { type: 'merge' },
    );
    await until(
      'the edit is gone',
      () => client.get<KubeObject>(POD_MONITOR_RESOURCE, namespace, CHILD),
      ({ spec }) =>
        (spec as { podMetricsEndpoints: unknown[] }).podMetricsEndpoints
          .length === 1,
      30_000,
    );
  });

  it('an operator that starts later finds them at once, and writes nothing', async () => {
    await operator.stop();
    operator = await OperatorProcess.start({
      file: await bundle(),
      kubeconfig: plane.kubeconfig,
      leaseNamespace: namespace,
      options: [`--namespace=${namespace}`],
    });
    const passed = (controller: string) =>
      until(
        `the ${controller} was looked at`,
        () =>
          operator.sum(
            'controller_runtime_reconcile_total',
            new RegExp(`"${controller}".*success`),
          ),
        passes => passes > 0,
      );
    await passed('moneronodeset');
    await passed('monerominingnodeset');
    expect(await operator.sum('rest_client_requests_total', /PATCH|POST/)).toBe(
      0,
    );
  });

  it('the operator goes on when they are known no more', async () => {
    await removeDefinition();
    await until(
      'it heard of that',
      async () => operator.lines('resource gone'),
      lines => lines.length > 0,
      30_000,
    );
    await remove(client, RESOURCES.services, namespace, 'nodes-rpc');
    await until(
      'the Service is back',
      () => client.get(RESOURCES.services, namespace, 'nodes-rpc'),
      () => true,
    );
    expect(operator.isRunning).toBe(true);
  });

  it('every right that was asked for them is one that is listed for them', async () => {
    const listed = POD_MONITOR_ACCESS.flatMap(({ resource, verbs }) =>
      verbs.map(verb => `${verb} ${accessName(resource)}`),
    );
    const used = [...(await operator.metrics()).keys()].flatMap(key => {
      const match =
        /^monero_operator_access_total\{verb="(.*)",resource="(.*)"\}$/.exec(
          key,
        );
      return match ? [`${match[1]} ${match[2]}`] : [];
    });
    expect(listed).toEqual(
      expect.arrayContaining(
        used.filter(each => /podmonitors|definitions/.test(each)),
      ),
    );
    expect(used).toEqual(
      expect.arrayContaining([
        'watch monitoring.coreos.com/podmonitors',
        'watch apiextensions.k8s.io/customresourcedefinitions',
      ]),
    );
  });
});
