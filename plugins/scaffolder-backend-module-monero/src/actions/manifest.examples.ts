import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Shown in the portal's list of actions; a test runs each of them. */
export const examples: TemplateExample[] = [
  {
    description: 'One node on a private chain, to try things out',
    example: stringify({
      steps: [
        {
          id: 'manifest',
          name: 'Write and check the manifest',
          action: 'monero:manifest',
          input: {
            name: 'playground',
            cluster: 'dev',
            namespace: 'monero',
            network: 'regtest',
          },
        },
      ],
    }),
  },
  {
    description: 'Three nodes that serve wallets, each on a machine of its own',
    example: stringify({
      steps: [
        {
          id: 'manifest',
          name: 'Write and check the manifest',
          action: 'monero:manifest',
          input: {
            name: 'wallet-eu',
            cluster: 'dev',
            namespace: 'wallets',
            owner: 'group:default/team-wallet',
            network: 'mainnet',
            replicas: 3,
            hardAntiAffinity: true,
            prune: true,
            diskSize: '200Gi',
            args: ['--out-peers=64', '--enable-dns-blocklist'],
          },
        },
      ],
    }),
  },
  {
    description: 'A private network of five, for tests',
    example: stringify({
      steps: [
        {
          id: 'manifest',
          name: 'Write and check the manifest',
          action: 'monero:manifest',
          input: {
            kind: 'MoneroNetwork',
            name: 'regtest',
            cluster: 'dev',
            namespace: 'monero',
            replicas: 5,
            args: ['--fixed-difficulty=1'],
          },
        },
      ],
    }),
  },
  {
    description: 'Two miners that mine solo for a member of that network',
    example: stringify({
      steps: [
        {
          id: 'manifest',
          name: 'Write and check the manifest',
          action: 'monero:manifest',
          input: {
            kind: 'MoneroMiningNodeSet',
            name: 'miners',
            cluster: 'dev',
            namespace: 'monero',
            replicas: 2,
            daemon: 'regtest-0',
            // Of the reference wallet's tests: worth nothing.
            wallet:
              '42w4mJnAX8rJPvZTFetXaxRvGNpwh3u6pbFcdaKscN4wiccFbKotahU3Qo6L2B3xNUPvd7qxLNcJrU3w4ndEiWA14d5rG9h',
            args: ['--randomx-mode=light', '--threads=1'],
          },
        },
      ],
    }),
  },
];
