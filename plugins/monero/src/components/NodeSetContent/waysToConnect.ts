import type {
  AddressService,
  NodeSetHealth,
} from '@monero-portal/plugin-monero-common';

/** One way for a wallet to reach the nodes. */
export interface Way {
  label: string;
  /** Host and port. */
  address: string;
  /** The command line wallet, ready to paste. */
  command: string;
  /** What it takes beside the address. */
  note?: string;
  /** Whether wallets find the address, where somebody tells. */
  service?: AddressService;
}

const WALLET_FLAGS: Record<string, string> = {
  stagenet: ' --stagenet',
  testnet: ' --testnet',
};
/** Where tor listens for SOCKS on a machine of one's own. */
const TOR_PROXY = '127.0.0.1:9050';

/** Every way that is known to lead to the restricted RPC, the nearest first. */
export function waysToConnect({
  rpc,
  network,
}: Pick<NodeSetHealth, 'rpc' | 'network'>): Way[] {
  const command = (address: string, options = '') =>
    `monero-wallet-cli${
      WALLET_FLAGS[network] ?? ''
    }${options} --daemon-address ${address}`;
  const { clusterDns, external, onion, onionService } = rpc;
  return [
    {
      label: 'Inside the cluster',
      address: clusterDns,
      command: command(clusterDns),
    },
    ...(external === undefined
      ? []
      : [
          {
            label: 'From outside',
            address: external,
            command: command(external),
          },
        ]),
    ...(onion === undefined
      ? []
      : [
          {
            label: 'Over Tor',
            address: onion,
            command: command(onion, ` --proxy ${TOR_PROXY}`),
            note: `One onion address for the whole set. The wallet needs a tor of its own, here at ${TOR_PROXY}.`,
            service: onionService,
          },
        ]),
  ];
}
