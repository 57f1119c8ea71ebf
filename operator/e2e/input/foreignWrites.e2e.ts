import { KubeClient, RESOURCES, ResourceRef } from '@monero-portal/kube-client';
import { StatefulSet } from '../../src/machinery/kubeTypes';
import { ControlPlane, controlPlane } from '../faults/ControlPlane';
import { isWrite } from '../faults/FaultProxy';
import { differences } from '../faults/world';
import { until } from '../support';
import { conditionOf, Fields, InputBench } from './InputBench';

describe('bad input from others who write what is ours', () => {
  let plane: ControlPlane;
  let client: KubeClient;
  let bench: InputBench;

  beforeAll(async () => {
    plane = await controlPlane();
    ({ client } = plane);
    bench = await InputBench.open(plane);
  });

  afterAll(async () => {
    await bench?.close();
    await plane?.release();
  });

  it('a malformed status is put right, and nothing else follows from it', async () => {
    await bench.apply('nodes', { replicas: 2 });
    await bench.ready('nodes');
    const before = await client.get<StatefulSet>(
      RESOURCES.statefulSets,
      bench.namespace,
      'nodes',
    );
    await bench.patchStatus('nodes', {
      replicas: 77,
      observedGeneration: 999,
      conditions: [],
      nodes: null,
      resolved: { image: 'example.org/evil:1' },
    });
    const healed = await until(
      'the status is right again',
      () => bench.nodeSet('nodes'),
      ({ status }) => (status as Fields)?.replicas === 2,
      10_000,
    );
    expect(conditionOf(healed, 'Ready')?.status).toBe('True');
    expect(JSON.stringify(healed.status)).not.toContain('evil');
    const after = await client.get<StatefulSet>(
      RESOURCES.statefulSets,
      bench.namespace,
      'nodes',
    );
    expect(after.metadata.generation).toBe(before.metadata.generation);
    expect(await bench.asked()).toEqual([]);
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
      await client.patch(resource, bench.namespace, name, edit, {
        type: 'strategic',
      });
      await until(
        'the edit is gone',
        () => differences(client, bench.namespace),
        found => found.length === 0,
        15_000,
      );
      const writes = bench.proxy.since(
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
