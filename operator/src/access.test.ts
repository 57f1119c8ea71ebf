import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KubeClient, RESOURCES } from '@monero-portal/kube-client';
import { parseAllDocuments } from 'yaml';
import {
  ACCESS,
  accessName,
  AccessRule,
  LEASE_ACCESS,
  limitAccess,
} from './access';
import { FakeCluster } from './testing/FakeCluster';

interface Role {
  kind: string;
  rules?: Array<{ apiGroups: string[]; resources: string[]; verbs: string[] }>;
}

/** `verb group/resource` of every right that a manifest grants. */
function granted(...files: string[]): string[] {
  return files
    .map(file => readFileSync(join(__dirname, '../deploy', file), 'utf8'))
    .flatMap(text => parseAllDocuments(text))
    .map(document => document.toJS() as Role)
    .flatMap(({ rules = [] }) => rules)
    .flatMap(({ apiGroups, resources, verbs }) =>
      apiGroups.flatMap(group =>
        resources.flatMap(resource =>
          verbs.map(verb => `${verb} ${group}/${resource}`),
        ),
      ),
    )
    .sort();
}

function listed(rules: readonly AccessRule[]): string[] {
  return rules
    .flatMap(({ resource, subresource, verbs }) =>
      verbs.map(verb => `${verb} ${accessName(resource, subresource)}`),
    )
    .sort();
}

describe('access', () => {
  it('is granted by the ClusterRole, exactly', () => {
    expect(
      granted('rights/cluster-role.yaml', 'base/definitions-role.yaml'),
    ).toEqual(listed(ACCESS));
  });

  it('to leases is granted in its own namespace, exactly', () => {
    expect(granted('base/role.yaml')).toEqual(listed(LEASE_ACCESS));
  });

  describe('limitAccess', () => {
    const used: string[] = [];
    const cluster = new FakeCluster();
    const { configMaps, secrets, pods } = RESOURCES;
    const object = {
      apiVersion: 'v1',
      kind: 'X',
      metadata: { name: 'a', namespace: 'ns' },
    };
    const client = limitAccess(
      // Only the calls made below.
      cluster as unknown as KubeClient,
      [
        { resource: configMaps, verbs: ['create', 'patch'] },
        { resource: pods, verbs: ['list', 'delete'] },
      ],
      (verb, name) => used.push(`${verb} ${name}`),
    );

    it('does what is listed, and tells', async () => {
      await client.apply(configMaps, object, { fieldManager: 'me' });
      await client.list(pods);
      await client.delete(pods, 'ns', 'a');
      expect(cluster.log).toEqual(['apply configmaps/a', 'delete pods/a']);
      expect(used).toEqual([
        'patch /configmaps',
        'create /configmaps',
        'list /pods',
        'delete /pods',
      ]);
    });

    it.each<[string, () => Promise<unknown> | void]>([
      ['get /secrets', () => client.get(secrets, 'ns', 'a')],
      ['get /pods', () => client.get(pods, 'ns', 'a')],
      ['create /pods', () => client.create(pods, object)],
      ['update /pods', () => client.replace(pods, object)],
      [
        'patch /pods/status',
        () =>
          client.patch(
            pods,
            'ns',
            'a',
            {},
            { type: 'merge', subresource: 'status' },
          ),
      ],
      ['no request', () => client.raw('GET', '/')],
      ['no request', () => client.podProxy('ns', 'a', 1, '/')],
    ])('refuses what is not: %s', async (_, call) => {
      await expect(call()).rejects.toMatchObject({ code: 'Config' });
    });
  });
});
