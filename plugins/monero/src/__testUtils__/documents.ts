import type {
  ObjectDocument,
  ProposalDocument,
} from '@monero-portal/plugin-monero-common';
import { ago } from './fixtures';

/** A node set as search has indexed it. */
export const NODE_SET_DOCUMENT: ObjectDocument = {
  title: 'wallet-eu',
  text: 'Node set wallet-eu in namespace wallets of cluster dev.',
  location: '/catalog/default/resource/dev.wallets.wallet-eu',
  authorization: { resourceRef: 'MoneroNodeSet/dev/wallets/wallet-eu' },
  kind: 'MoneroNodeSet',
  cluster: 'dev',
  namespace: 'wallets',
  name: 'wallet-eu',
  owner: 'group:default/wallets',
  network: 'mainnet',
  state: 'Degraded',
  headline: 'No node in sync.',
  indexedAt: ago(180),
};

/** A proposal as search has indexed it. */
export const PROPOSAL_DOCUMENT: ProposalDocument = {
  title: 'Scale wallet-eu from 1 to 3',
  text: 'Proposal #7. Node set wallet-eu in namespace wallets of cluster dev.',
  location: '/monero/proposals/7',
  authorization: { resourceRef: '7' },
  kind: 'MoneroNodeSet',
  cluster: 'dev',
  namespace: 'wallets',
  name: 'wallet-eu',
  owner: '',
  id: 7,
  state: 'conflict',
  proposedBy: 'user:default/ana',
  createdAt: ago(7_200),
};
