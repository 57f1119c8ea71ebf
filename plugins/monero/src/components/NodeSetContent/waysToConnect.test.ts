import { waysToConnect } from './waysToConnect';

const CLUSTER_DNS = 'web-rpc.wallets.svc.cluster.local:18089';
const ONION = `${'k'.repeat(56)}.onion:18089`;

describe('ways to connect a wallet', () => {
  it('are the one inside the cluster where nothing else is known', () => {
    expect(
      waysToConnect({ network: 'mainnet', rpc: { clusterDns: CLUSTER_DNS } }),
    ).toEqual([
      {
        label: 'Inside the cluster',
        address: CLUSTER_DNS,
        command: `monero-wallet-cli --daemon-address ${CLUSTER_DNS}`,
      },
    ]);
  });

  it('lead from outside and over Tor, with the options that each takes', () => {
    const ways = waysToConnect({
      network: 'stagenet',
      rpc: {
        clusterDns: CLUSTER_DNS,
        external: 'xmr.example.org:18089',
        onion: ONION,
      },
    });
    expect(ways.map(({ command }) => command)).toEqual([
      `monero-wallet-cli --stagenet --daemon-address ${CLUSTER_DNS}`,
      'monero-wallet-cli --stagenet --daemon-address xmr.example.org:18089',
      `monero-wallet-cli --stagenet --proxy 127.0.0.1:9050 --daemon-address ${ONION}`,
    ]);
  });
});
