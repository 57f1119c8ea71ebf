import {
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import {
  isMoneroAvailable,
  nodeSetRefOf,
  type FleetItem,
} from '@monero-portal/plugin-monero-common';
import { fleetItem } from './__testUtils__';
import { toEntity } from './toEntity';

const DEFAULTS = {
  defaultOwner: 'group:default/guests',
  appBaseUrl: 'https://portal.example.com',
  namespaces: {},
  clusterEntities: false,
};

describe('toEntity', () => {
  it('tells what the node set is', () => {
    const entity = toEntity(
      fleetItem({ network: 'mainnet', owner: 'group:default/team-wallet' }),
      { ...DEFAULTS, system: 'system:default/monero' },
    );
    expect(entity).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: 'dev.monero.nodes',
        namespace: 'default',
        title: 'nodes',
        description: 'Monero mainnet nodes in namespace monero of cluster dev.',
        annotations: {
          'backstage.io/managed-by-location':
            'monero-node-set:dev/monero/nodes',
          'backstage.io/managed-by-origin-location':
            'monero-node-set:dev/monero/nodes',
          'utxo.com.br/cluster': 'dev',
          'utxo.com.br/namespace': 'monero',
          'utxo.com.br/name': 'nodes',
          'backstage.io/kubernetes-cluster': 'dev',
          'backstage.io/kubernetes-namespace': 'monero',
          'backstage.io/kubernetes-label-selector':
            'app.kubernetes.io/name=monerod,app.kubernetes.io/instance=nodes',
        },
        tags: ['monero', 'mainnet'],
        links: [],
      },
      spec: {
        type: 'monero-node-set',
        lifecycle: 'production',
        owner: 'group:default/team-wallet',
        system: 'system:default/monero',
        dependsOn: [],
      },
    });
  });

  it.each([
    ['a plain one', fleetItem()],
    [
      'the longest names',
      fleetItem({
        cluster: 'c'.repeat(63),
        namespace: 'n'.repeat(63),
        name: 'm'.repeat(40),
        proposalId: 7,
      }),
    ],
    [
      'a cluster named by its cloud',
      fleetItem({ cluster: 'arn:aws:eks:eu-1:123:cluster/Prod' }),
    ],
  ])('is an entity that the catalog takes, for %s', async (_, health) => {
    const entity = toEntity(health, DEFAULTS);
    const policy = EntityPolicies.allOf([
      new SchemaValidEntityPolicy(),
      new DefaultNamespaceEntityPolicy(),
      new FieldFormatEntityPolicy(),
    ]);
    await expect(policy.enforce(entity)).resolves.toEqual(entity);
    await expect(resourceEntityV1alpha1Validator.check(entity)).resolves.toBe(
      true,
    );
    expect(isMoneroAvailable(entity)).toBe(true);
    expect(nodeSetRefOf(entity)).toEqual({
      cluster: health.cluster,
      namespace: health.namespace,
      name: health.name,
    });
  });

  it('does not change with health, so that nothing is written for a new block', () => {
    const before = fleetItem({ replicas: 3, readyReplicas: 3 });
    const after = fleetItem({
      replicas: 3,
      readyReplicas: 0,
      stale: true,
      asOf: '2026-01-03T00:00:00Z',
      verdict: { state: 'Down', headline: 'No node is in sync.' },
    });
    expect(toEntity(after, DEFAULTS)).toEqual(toEntity(before, DEFAULTS));
  });

  it.each([
    ['a full reference', 'user:default/guest', 'user:default/guest'],
    [
      'a bare name, which is a group',
      'team-wallet',
      'group:default/team-wallet',
    ],
    ['no owner', undefined, 'group:default/guests'],
    ['an empty one', '', 'group:default/guests'],
    ['a sentence', 'the wallet people!', 'group:default/guests'],
    ['half a reference', 'group:default/', 'group:default/guests'],
    ['a namespace that cannot be', 'group:-/a', 'group:default/guests'],
  ])('owner: %s', (_, owner, expected) => {
    expect(toEntity(fleetItem({ owner }), DEFAULTS).spec.owner).toBe(expected);
  });

  it('links to the proposal that last wrote it', () => {
    expect(
      toEntity(fleetItem({ proposalId: 12 }), DEFAULTS).metadata.links,
    ).toEqual([
      {
        url: 'https://portal.example.com/monero/proposals/12',
        title: 'Proposal #12, which last changed it',
        icon: 'docs',
      },
    ]);
  });

  it('calls everything but mainnet experimental', () => {
    expect(
      ['stagenet', 'testnet', 'regtest'].map(
        network => toEntity(fleetItem({ network }), DEFAULTS).spec.lifecycle,
      ),
    ).toEqual(['experimental', 'experimental', 'experimental']);
  });

  it.each<[string, Partial<FleetItem>, object, object]>([
    [
      'a label',
      { labels: { team: 'wallets', product: 'shop' } },
      { ownerLabel: 'team', systemLabel: 'product' },
      { owner: 'group:default/wallets', system: 'system:default/shop' },
    ],
    [
      'the namespace',
      {},
      {
        namespaces: {
          monero: { owner: 'group:default/n', system: 'system:default/n' },
        },
      },
      { owner: 'group:default/n', system: 'system:default/n' },
    ],
    [
      'an annotation before both',
      { owner: 'me', system: 'mine', labels: { team: 'wallets' } },
      {
        ownerLabel: 'team',
        namespaces: { monero: { system: 'system:default/n' } },
      },
      { owner: 'group:default/me', system: 'system:default/mine' },
    ],
  ])('owner and system by %s', (_, item, mapping, expected) => {
    const { spec } = toEntity(fleetItem(item), { ...DEFAULTS, ...mapping });
    expect(spec).toMatchObject(expected);
  });

  it('depends on its cluster, and miners on who gives them work', () => {
    const miners = fleetItem({
      kind: 'MoneroMiningNodeSet',
      name: 'rig',
      network: undefined,
      daemon: { kind: 'MoneroNodeSet', name: 'nodes' },
    });
    expect(toEntity(miners, DEFAULTS, 'resource:default/dev')).toMatchObject({
      metadata: { name: 'dev.monero.rig.miners', tags: ['monero'] },
      spec: {
        type: 'monero-mining-node-set',
        dependsOn: [
          'resource:default/dev.monero.nodes',
          'resource:default/dev',
        ],
      },
    });
  });

  it('depends on the network that gives work', () => {
    const miners = fleetItem({
      kind: 'MoneroMiningNodeSet',
      network: undefined,
      daemon: { kind: 'MoneroNetwork', name: 'lab' },
    });
    expect(toEntity(miners, DEFAULTS).spec.dependsOn).toEqual([
      'resource:default/dev.monero.lab.network',
    ]);
  });

  it('is a part of its network, which has a name of its own', () => {
    const member = toEntity(fleetItem({ memberOf: 'nodes' }), DEFAULTS);
    const network = toEntity(fleetItem({ kind: 'MoneroNetwork' }), DEFAULTS);
    expect(member.spec.memberOf).toBe(
      `resource:default/${network.metadata.name}`,
    );
    expect(network.metadata.name).not.toBe(member.metadata.name);
    expect(
      network.metadata.annotations?.['backstage.io/kubernetes-label-selector'],
    ).toBe('utxo.com.br/network=nodes');
  });
});
