import { KubeClient, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import {
  ControlPlane,
  controlPlane,
  definitionOf,
  installDefinitions,
} from '../faults/ControlPlane';
import { isWrite } from '../faults/FaultProxy';
import { until } from '../support';
import { conditionOf, Fields, InputBench } from './InputBench';

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

describe('bad input from other versions of the definitions', () => {
  let plane: ControlPlane;
  let client: KubeClient;
  let bench: InputBench;
  let original: KubeObject[];

  beforeAll(async () => {
    plane = await controlPlane();
    ({ client } = plane);
    original = await Promise.all(
      ['moneronodesets', 'moneronetworks', 'monerominingnodesets'].map(
        definitionOf,
      ),
    );
  });

  afterEach(async () => {
    await bench?.close();
    await installDefinitions(client, original);
  });

  afterAll(() => plane?.release());

  it('fields that an older one does not know are pruned, without a loop over what does not stick', async () => {
    await installDefinitions(client, [older(original[0])]);
    bench = await InputBench.open(plane);
    await bench.apply('nodes', { replicas: 2 });
    await until(
      'the status is there',
      () => bench.nodeSet('nodes'),
      set => conditionOf(set, 'Ready')?.status === 'True',
    );
    const { status } = await bench.nodeSet('nodes');
    expect(status).not.toHaveProperty('nodes');
    expect(await bench.asked()).toEqual([]);
    // A pass that has nothing to say says nothing.
    const since = Date.now();
    await bench.apply('nodes', { replicas: 2 }, { touched: 'yes' });
    expect(await bench.asked()).toEqual([]);
    expect(bench.proxy.since(since, isWrite)).toEqual([]);
  });

  it('what an older one lets in is refused in words, and a status of any shape is overcome', async () => {
    await installDefinitions(client, [anything(original[0])]);
    bench = await InputBench.open(plane);
    await bench.apply('wild', { monerod: { args: ['--data-dir=/x'] } });
    await bench.patchStatus('wild', {
      conditions: 'nonsense',
      nodes: 7,
      resolved: [1],
    });
    const message = await bench.told('wild', 'Stalled', 'InvalidSpec');
    expect(message).toContain('--data-dir');
    await bench.patch('wild', {
      spec: { monerod: { args: null } },
    });
    await bench.patchStatus('wild', {
      conditions: { a: 1 },
      nodes: 'x',
      resolved: 3,
    });
    await bench.ready('wild');
    expect(await bench.asked()).toEqual([]);
  });

  it('a kind that is missing altogether keeps the others from nothing, and /readyz names it', async () => {
    await client.delete(
      RESOURCES.customResourceDefinitions,
      undefined,
      original[1].metadata.name,
    );
    bench = await InputBench.open(plane);
    await bench.apply('nodes');
    await bench.ready('nodes');
    const { status, text } = await bench.operator.health('/readyz');
    expect({ status, text }).toEqual({
      status: 503,
      text: 'waiting for the first list of moneronetworks',
    });
    expect((await bench.operator.health('/healthz')).status).toBe(200);
    await installDefinitions(client, original);
    await until(
      'it is ready',
      () => bench.operator.isReady(),
      isReady => isReady,
      30_000,
    );
  });
});
