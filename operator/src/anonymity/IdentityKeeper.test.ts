import { createHash } from 'node:crypto';
import { KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { FakeCluster } from '../testing/FakeCluster';
import { IdentityKeeper, IdentityRequest } from './IdentityKeeper';
import { IdentityError } from './IdentityError';
import { missingEntries } from './identities';

const LABELS = {
  'app.kubernetes.io/managed-by': 'monero-operator',
  'app.kubernetes.io/instance': 'nodes',
};
const OWNER = {
  apiVersion: 'utxo.com.br/v1alpha1',
  kind: 'MoneroNodeSet',
  name: 'nodes',
  uid: 'uid-of-nodes',
  controller: true as const,
};

let count = 0;
const randomBytes = (size: number) =>
  createHash('shake256', { outputLength: size }).update(`${count++}`).digest();

function keep(cluster: FakeCluster, changes: Partial<IdentityRequest> = {}) {
  return new IdentityKeeper({ client: cluster, randomBytes }).keep(
    {
      network: 'tor',
      namespace: 'monero',
      owners: ['nodes-0', 'nodes-1'],
      own: { name: 'nodes-tor', labels: LABELS },
      create: true,
      ...changes,
    },
    new AbortController().signal,
  );
}

const secret = (name: string, data: object, labels = {}): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, namespace: 'monero', labels },
  data,
});

/** The Secret as the API server has it after a merge. */
function merged(cluster: FakeCluster): KubeObject {
  const { body } = cluster.writes[cluster.writes.length - 1];
  const found = cluster.peek(RESOURCES.secrets, 'monero', 'nodes-tor');
  const { data } = body as { data: object };
  return secret('nodes-tor', { ...(found?.data as object), ...data }, LABELS);
}

describe('the keeper of keys', () => {
  it('makes a Secret once, and never writes it again', async () => {
    const cluster = new FakeCluster();
    const first = await keep(cluster);
    const second = await keep(cluster);
    expect(Object.keys(first.addresses)).toEqual(['nodes-0', 'nodes-1']);
    expect(second).toEqual(first);
    expect(cluster.log).toEqual(['create secrets/nodes-tor']);
  });

  it('adds keys of new pods to those that are there', async () => {
    const cluster = new FakeCluster();
    const { addresses } = await keep(cluster);
    const owners = ['nodes-0', 'nodes-1', 'nodes-2'];
    const grown = await keep(cluster, { owners });
    expect(grown.addresses).toMatchObject(addresses);
    expect(cluster.log[1]).toBe('patch secrets/nodes-tor');
    const { data } = cluster.writes[1].body as { data: object };
    expect(Object.keys(data).every(key => key.startsWith('nodes-2.'))).toBe(
      true,
    );
    // Only on top of what was read.
    expect(cluster.writes[1].body).toMatchObject({
      metadata: { resourceVersion: '2' },
    });
  });

  it('keeps keys of pods that are scaled away for their return', async () => {
    const cluster = new FakeCluster();
    const { addresses } = await keep(cluster);
    await keep(cluster, { owners: ['nodes-0'] });
    expect(cluster.log).toHaveLength(1);
    expect((await keep(cluster)).addresses).toEqual(addresses);
  });

  it('lets the Secret stay or go as the volumes do', async () => {
    const cluster = new FakeCluster();
    const { addresses } = await keep(cluster);
    const owned = await keep(cluster, { goesWith: OWNER });
    expect(cluster.writes[1].body).toMatchObject({
      metadata: { ownerReferences: [OWNER] },
      data: {},
    });
    expect(owned.addresses).toEqual(addresses);
    expect(merged(cluster).data).toEqual(
      cluster.peek(RESOURCES.secrets, 'monero', 'nodes-tor')?.data,
    );
  });

  it('only looks where it may not write', async () => {
    const cluster = new FakeCluster();
    expect(await keep(cluster, { create: false })).toEqual({
      addresses: {},
      foreign: false,
    });
    expect(cluster.log).toEqual([]);
  });

  it('wants nothing where nobody needs keys', async () => {
    const cluster = new FakeCluster();
    expect((await keep(cluster, { owners: [] })).addresses).toEqual({});
    expect(cluster.log).toEqual([]);
  });

  it('takes keys that a person brings, and changes nothing about them', async () => {
    const cluster = new FakeCluster();
    const data = missingEntries('tor', ['nodes-0'], {}, randomBytes);
    cluster.put(RESOURCES.secrets, secret('vanity', data));
    const kept = await keep(cluster, { given: 'vanity', owners: ['nodes-0'] });
    expect(kept.foreign).toBe(true);
    expect(kept.addresses['nodes-0']).toMatch(/^[a-z2-7]{56}\.onion$/);
    expect(cluster.log).toEqual([]);
  });

  it.each<[string, KubeObject | undefined, RegExp]>([
    [
      'does not exist',
      undefined,
      /tor\.secretRef names the Secret vanity, which does not exist/,
    ],
    [
      'lacks a pod',
      secret('vanity', missingEntries('tor', ['nodes-0'], {}, randomBytes)),
      /^Secret vanity: The entry nodes-1\.hs_ed25519_secret_key is missing/,
    ],
  ])('says that a Secret %s', async (_what, given, message) => {
    const cluster = new FakeCluster();
    if (given) cluster.put(RESOURCES.secrets, given);
    const kept = keep(cluster, { given: 'vanity' });
    await expect(kept).rejects.toThrow(IdentityError);
    await expect(kept).rejects.toThrow(message);
  });

  it("leaves a stranger's Secret alone", async () => {
    const cluster = new FakeCluster();
    cluster.put(RESOURCES.secrets, secret('nodes-tor', { a: 'AA==' }));
    await expect(keep(cluster)).rejects.toThrow(
      "The Secret nodes-tor exists and is not the operator's.",
    );
    expect(cluster.log).toEqual([]);
  });
});
