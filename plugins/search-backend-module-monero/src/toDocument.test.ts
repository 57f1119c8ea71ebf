import { miningSet, network, nodeSet, proposal } from './__testUtils__';
import { toObjectDocument, toProposalDocument } from './toDocument';

const CONTEXT = {
  locationTemplate: '/catalog/:namespace/:kind/:name',
  now: '2026-01-02T00:00:00Z',
};

describe('what search knows', () => {
  it('of a node set: place, owner, verdict, findings and addresses', () => {
    expect(toObjectDocument('MoneroNodeSet', nodeSet(), CONTEXT)).toEqual({
      title: 'web',
      text: 'Node set web in namespace wallets of cluster dev. mainnet. Owner group:default/wallets. Degraded. No node in sync. web-0 is stuck. web-rpc.wallets.svc.cluster.local:18089. abcdefghijklmnop.onion.',
      location: '/catalog/default/resource/dev.wallets.web',
      authorization: { resourceRef: 'MoneroNodeSet/dev/wallets/web' },
      kind: 'MoneroNodeSet',
      cluster: 'dev',
      namespace: 'wallets',
      name: 'web',
      owner: 'group:default/wallets',
      network: 'mainnet',
      state: 'Degraded',
      headline: 'No node in sync.',
      indexedAt: '2026-01-02T00:00:00Z',
    });
  });

  it('of a network: its members', () => {
    expect(toObjectDocument('MoneroNetwork', network(), CONTEXT)).toMatchObject(
      {
        text: 'Network lab in namespace wallets of cluster dev. regtest. Healthy. The member is in sync. lab-0.',
        location: '/catalog/default/resource/dev.wallets.lab.network',
        authorization: { resourceRef: 'MoneroNetwork/dev/wallets/lab' },
        owner: '',
      },
    );
  });

  it('of miners: who gives them work', () => {
    expect(
      toObjectDocument('MoneroMiningNodeSet', miningSet(), CONTEXT),
    ).toMatchObject({
      text: 'Mining set rig in namespace wallets of cluster dev. Healthy. 1 miner mines. Work from pool.example.org:3333.',
      location: '/catalog/default/resource/dev.wallets.rig.miners',
      network: '',
    });
  });

  it('of a proposal: its number, object, author and pull request', () => {
    const pullRequest = {
      forge: 'GitHub',
      number: 12,
      url: 'https://github.com/acme/gitops/pull/12',
    };
    expect(toProposalDocument(proposal({ pullRequest }))).toMatchObject({
      title: 'Scale web from 1 to 3',
      text: 'Proposal #7. Node set web in namespace wallets of cluster dev. Proposed by user:default/ana. Owner group:default/wallets. proposed. clusters/dev/wallets/web.yaml. GitHub #12.',
      location: '/monero/proposals/7',
      authorization: { resourceRef: '7' },
    });
  });
});
