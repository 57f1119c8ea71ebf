import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Shown in the portal's list of actions; a test runs each of them. */
export const examples: TemplateExample[] = [
  {
    description: 'Read the manifest of a node set before it is retired',
    example: stringify({
      steps: [
        {
          id: 'read',
          name: 'Read the manifest',
          action: 'monero:manifest:read',
          input: {
            kind: 'MoneroNodeSet',
            name: 'wallet-eu',
            cluster: 'dev',
            namespace: 'wallets',
          },
        },
      ],
    }),
  },
];
