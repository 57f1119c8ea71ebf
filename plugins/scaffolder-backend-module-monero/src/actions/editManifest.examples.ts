import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Shown in the portal's list of actions; a test runs each of them. */
export const examples: TemplateExample[] = [
  {
    description: 'Three nodes instead of two; all else stays as it is',
    example: stringify({
      steps: [
        {
          id: 'manifest',
          name: 'Change the manifest',
          action: 'monero:manifest:edit',
          input: {
            name: 'wallet-eu',
            cluster: 'dev',
            namespace: 'wallets',
            replicas: 3,
          },
        },
      ],
    }),
  },
];
