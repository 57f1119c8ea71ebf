import { checkTarget } from './checkTarget';

const clusters = [
  { name: 'eu-1', namespaces: ['wallets', 'monero'] },
  { name: 'dev', namespaces: [] },
];

describe('checkTarget', () => {
  it('takes a namespace that the cluster takes proposals for', () => {
    expect(() =>
      checkTarget(clusters, { cluster: 'eu-1', namespace: 'wallets' }),
    ).not.toThrow();
  });

  it.each([
    [
      'an unknown cluster',
      clusters,
      'eu-2',
      'There is no cluster "eu-2". Known clusters: dev, eu-1.',
    ],
    [
      'no clusters at all',
      [],
      'dev',
      'There is no cluster "dev": the portal\'s configuration names none under kubernetes.clusterLocatorMethods.',
    ],
    [
      'a cluster without a repository',
      clusters,
      'dev',
      'Cluster "dev" takes no proposals: no entry of monero.gitops.targets in the portal\'s configuration is for it.',
    ],
    [
      'a namespace that it takes none for',
      clusters,
      'eu-1',
      'Cluster "eu-1" takes no proposals for namespace "kube-system". It takes them for: monero, wallets.',
    ],
  ])('refuses %s', (_, known, cluster, message) => {
    expect(() =>
      checkTarget(known, { cluster, namespace: 'kube-system' }),
    ).toThrow(message);
  });
});
