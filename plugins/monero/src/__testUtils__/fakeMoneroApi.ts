import { NotFoundError } from '@backstage/errors';
import type { MoneroApi } from '@monero-portal/plugin-monero-common';
import { responseError } from './errors';
import {
  aCluster,
  aDegradedNodeSet,
  aGitManifest,
  aHistory,
  aMergedProposal,
  aNodeSet,
  aProposal,
} from './fixtures';
import { aFleetHistory, aMiningSet, aNetwork, aSnapshot } from './kinds';

/** A backend in memory that answers with the fixtures; single answers can be replaced. */
export function fakeMoneroApi(replaced: Partial<MoneroApi> = {}): MoneroApi {
  const proposals = [aProposal(), aMergedProposal()];
  const find = (id: number) => {
    const found = proposals.find(proposal => proposal.id === id);
    if (!found) {
      throw new NotFoundError(`There is no proposal #${id}.`);
    }
    return found;
  };
  return {
    getClusters: async () => ({ items: [aCluster()] }),
    getNodeSets: async () => ({
      items: [aNodeSet()],
      clusters: [aCluster()],
    }),
    getNodeSet: async () => aDegradedNodeSet(),
    getManifest: async ref =>
      ref.name === 'wallet-eu'
        ? aGitManifest()
        : Promise.reject(
            await responseError(404, 'NotFoundError', 'Git has none.'),
          ),
    getNetworks: async () => ({ items: [aNetwork()], clusters: [aCluster()] }),
    getNetwork: async () => aNetwork(),
    getMiningSets: async () => ({
      items: [aMiningSet()],
      clusters: [aCluster()],
    }),
    getMiningSet: async () => aMiningSet(),
    getFleetHistory: async () => aFleetHistory(),
    getHistory: async () => aHistory(),
    getSnapshot: async () => aSnapshot(),
    propose: async () => aProposal(),
    getProposals: async () => ({ items: proposals }),
    getOpenProposals: async () => ({ items: [] }),
    getProposal: async id => find(id),
    mergeProposal: async id => ({ ...find(id), state: 'merged' }),
    closeProposal: async id => ({ ...find(id), state: 'closed' }),
    ...replaced,
  };
}
