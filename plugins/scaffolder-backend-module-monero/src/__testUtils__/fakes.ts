import { mockServices } from '@backstage/backend-test-utils';
import {
  operationOf,
  type ClusterInfo,
  type MoneroApi,
  type Proposal,
  type ProposeInput,
} from '@monero-portal/plugin-monero-common';

const at = '2026-01-02T03:04:05Z';

/** Cluster `dev`, which takes proposals for `monero` and `wallets`. */
export const DEV_CLUSTER: ClusterInfo = {
  name: 'dev',
  namespaces: ['monero', 'wallets'],
  state: 'connected',
  since: at,
};

/** A manifest as somebody keeps it in Git. */
export const GIT_MANIFEST = `# Wallets of the shop.
apiVersion: utxo.com.br/v1alpha1
kind: MoneroNodeSet
metadata:
  name: wallet-eu
  namespace: wallets
  annotations:
    utxo.com.br/owner: group:default/team-wallet
spec:
  replicas: 2 # see the runbook
  network: stagenet
  monerod:
    args:
      - '--out-peers=64'
  diskSize: 100Gi
`;

/** A network as somebody keeps it in Git. */
export const NETWORK_MANIFEST = `kind: MoneroNetwork
apiVersion: utxo.com.br/v1alpha1
metadata: { name: regtest, namespace: wallets }
spec:
  replicas: 3 # for the tests
`;

/** Miners as somebody keeps them in Git. */
export const MINERS_MANIFEST = `kind: MoneroMiningNodeSet
apiVersion: utxo.com.br/v1alpha1
metadata: { name: miners, namespace: wallets }
spec:
  xmrig:
    args:
      - -o
      - pool.example.org:3333 # theirs
`;

/** By kind. */
export const GIT_MANIFESTS: Readonly<Record<string, string>> = {
  MoneroNodeSet: GIT_MANIFEST,
  MoneroNetwork: NETWORK_MANIFEST,
  MoneroMiningNodeSet: MINERS_MANIFEST,
};

/** What Git calls it. */
export const GIT_BLOB = 'b'.repeat(40);

/** The proposal that monero-backend would make of an input. */
export function proposalOf(
  input: ProposeInput,
  parts: Partial<Proposal> = {},
): Proposal {
  return {
    id: 12,
    title: input.title,
    cluster: input.cluster,
    namespace: input.namespace,
    name: input.name,
    kind: input.kind,
    operation: operationOf(input),
    proposedBy: 'user:default/guest',
    branch: 'monero/dev-monero-playground-3f9c1e2',
    targetBranch: 'main',
    head: '3f9c1e2'.padEnd(40, '0'),
    path: `clusters/${input.cluster}/${input.namespace}/${input.name}.yaml`,
    state: 'proposed',
    steps: (
      ['Proposed', 'Merged', 'Applied', 'Reconciled', 'InSync'] as const
    ).map(step => ({
      step,
      state: step === 'Proposed' ? 'done' : 'pending',
    })),
    createdAt: at,
    ...parts,
  };
}

/** A monero-backend with cluster `dev` and no proposals; change what matters. */
export function fakeClient() {
  return {
    getClusters: jest
      .fn<
        ReturnType<MoneroApi['getClusters']>,
        Parameters<MoneroApi['getClusters']>
      >()
      .mockResolvedValue({ items: [DEV_CLUSTER] }),
    getOpenProposals: jest
      .fn<
        ReturnType<MoneroApi['getOpenProposals']>,
        Parameters<MoneroApi['getOpenProposals']>
      >()
      .mockResolvedValue({ items: [] }),
    getManifest: jest
      .fn<
        ReturnType<MoneroApi['getManifest']>,
        Parameters<MoneroApi['getManifest']>
      >()
      .mockImplementation(async ({ kind, cluster, namespace, name }) => ({
        manifest: GIT_MANIFESTS[kind],
        path: `clusters/${cluster}/${namespace}/${name}.yaml`,
        head: 'a'.repeat(40),
        blob: GIT_BLOB,
      })),
    propose: jest
      .fn<ReturnType<MoneroApi['propose']>, Parameters<MoneroApi['propose']>>()
      .mockImplementation(async input => proposalOf(input)),
  };
}

/** What both actions are made with. */
export function fakeDeps() {
  return {
    auth: mockServices.auth(),
    client: fakeClient(),
    config: mockServices.rootConfig({
      data: {
        monero: {
          gitops: {
            targets: [{ cluster: 'dev', repository: '/srv/gitops.git' }],
          },
        },
      },
    }),
  };
}
