import { KubeError, KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { FakeCluster } from '../testing/FakeCluster';
import { applyChanges } from './applyChanges';
import { containsDesired } from './containsDesired';
import { planChanges, withFingerprint } from './planChanges';

const service = (spec: unknown, name = 'a'): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: {
    name,
    namespace: 'ns',
    ownerReferences: [
      {
        apiVersion: 'utxo.com.br/v1alpha1',
        kind: 'MoneroNodeSet',
        name: 'set',
        uid: 'u1',
        controller: true,
      },
    ],
  },
  spec,
});

describe('containsDesired', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['the same', { a: 1 }, { a: 1 }, true],
    [
      'what the API server added',
      { a: { b: 1 } },
      { a: { b: 1, c: 2 }, d: 3 },
      true,
    ],
    ['a changed value', { a: 1 }, { a: 2 }, false],
    ['a missing field', { a: 1 }, {}, false],
    ['a missing object', { a: 1 }, undefined, false],
    [
      'defaults inside of lists',
      [{ port: 1 }],
      [{ port: 1, protocol: 'TCP' }],
      true,
    ],
    ['a longer list', [1], [1, 2], false],
    ['another order', [1, 2], [2, 1], false],
    ['an empty object that was left out', { a: {} }, {}, true],
    ['an empty object where there is more', { a: {} }, { a: { b: 1 } }, true],
    ['an empty list that was left out', { a: [] }, {}, true],
    ['an empty list where there is more', { a: [] }, { a: [1] }, false],
    ['nothing desired', { a: undefined }, { a: 5 }, true],
    [
      'a quantity in other words',
      { requests: { memory: '1024Mi' } },
      { requests: { memory: '1Gi' } },
      true,
    ],
    [
      'a decimal quantity',
      { limits: { cpu: '0.5' } },
      { limits: { cpu: '500m' } },
      true,
    ],
    [
      'a quantity as a number',
      { limits: { cpu: 2 } },
      { limits: { cpu: '2' } },
      true,
    ],
    [
      'another quantity',
      { requests: { memory: '1Gi' } },
      { requests: { memory: '2Gi' } },
      false,
    ],
    [
      'text that looks like a quantity',
      { labels: { v: '1024Mi' } },
      { labels: { v: '1Gi' } },
      false,
    ],
    ['a list where an object was', { a: { b: 1 } }, { a: [1] }, false],
  ])('%s', (_, desired, observed, same) => {
    expect(containsDesired(desired, observed)).toBe(same);
  });
});

describe('planChanges', () => {
  const desired = withFingerprint(service({ type: 'ClusterIP' }));
  const stored = {
    ...desired,
    spec: { type: 'ClusterIP', clusterIP: '10.0.0.1' },
  };

  it.each<[string, KubeObject[], KubeObject[], number, number]>([
    ['a missing child is applied', [desired], [], 1, 0],
    ['one that is as it should be is left alone', [desired], [stored], 0, 0],
    [
      'one that was tampered with is applied',
      [desired],
      [{ ...stored, spec: { type: 'NodePort' } }],
      1,
      0,
    ],
    [
      'a desire from which something was taken is applied',
      [withFingerprint(service({}))],
      [stored],
      1,
      0,
    ],
    ['one that is desired no more is removed', [], [stored], 0, 1],
    [
      'one that is going already is let go',
      [],
      [
        {
          ...stored,
          metadata: { ...stored.metadata, deletionTimestamp: 'now' },
        },
      ],
      0,
      0,
    ],
  ])('%s', (_, want, have, apply, remove) => {
    const changes = planChanges(want, have);
    expect(changes.apply).toHaveLength(apply);
    expect(changes.remove).toHaveLength(remove);
  });
});

describe('applyChanges', () => {
  const signal = new AbortController().signal;
  const deps = (cluster: FakeCluster) => ({
    client: cluster,
    fieldManager: 'test',
    resourceOf: () => RESOURCES.services,
  });
  const foreign = { ...service({}), metadata: { name: 'a', namespace: 'ns' } };

  it("leaves an object alone that has a child's name and another owner", async () => {
    const cluster = new FakeCluster();
    cluster.put(RESOURCES.services, foreign);
    const changes = { apply: [service({})], remove: [] };
    await expect(
      applyChanges(changes, [], deps(cluster), signal),
    ).rejects.toThrow('Service a exists and belongs to somebody else');
    expect(cluster.log).toEqual([]);
  });

  it('applies what is new, and what is known to be ours, without asking', async () => {
    const cluster = new FakeCluster();
    cluster.put(RESOURCES.services, service({}, 'b'));
    const known = await cluster.get(RESOURCES.services, 'ns', 'b');
    const get = jest.spyOn(cluster, 'get');
    await applyChanges(
      { apply: [service({}), service({}, 'b')], remove: [] },
      [known],
      deps(cluster),
      signal,
    );
    expect(cluster.log).toEqual(['apply services/a', 'apply services/b']);
    expect(get).not.toHaveBeenCalled();
  });

  it('applies what is ours and not in the cache yet, after a look', async () => {
    const cluster = new FakeCluster();
    cluster.put(RESOURCES.services, service({}));
    await applyChanges(
      { apply: [service({ type: 'NodePort' })], remove: [] },
      [],
      deps(cluster),
      signal,
    );
    expect(cluster.log).toEqual(['apply services/a']);
  });

  it('changes nothing that is no longer as it was when that was decided', async () => {
    const cluster = new FakeCluster();
    cluster.put(RESOURCES.services, service({}));
    const seen = await cluster.get(RESOURCES.services, 'ns', 'a');
    cluster.put(RESOURCES.services, service({ type: 'NodePort' }));
    await expect(
      applyChanges(
        { apply: [service({ type: 'LoadBalancer' })], remove: [] },
        [seen],
        deps(cluster),
        signal,
      ),
    ).rejects.toMatchObject({ code: 'Conflict' });
    expect(cluster.log).toEqual([]);
  });

  it('removes what is there, and does not mind what is gone', async () => {
    const cluster = new FakeCluster();
    cluster.refusals.set(
      'delete services/b',
      new KubeError({ code: 'NotFound', message: 'gone' }),
    );
    const remove = ['a', 'b', 'c'].map(name => service({}, name));
    await applyChanges({ apply: [], remove }, [], deps(cluster), signal);
    expect(cluster.log).toEqual(['delete services/a', 'delete services/c']);
  });
});
