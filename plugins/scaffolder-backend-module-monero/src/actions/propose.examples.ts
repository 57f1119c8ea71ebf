import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Shown in the portal's list of actions; a test runs each of them. */
export const examples: TemplateExample[] = [
  {
    description: 'Propose a manifest that stands in the template',
    example: stringify({
      steps: [
        {
          id: 'propose',
          name: 'Propose it for review',
          action: 'monero:gitops:propose',
          input: {
            title: 'Create node set playground',
            cluster: 'dev',
            namespace: 'monero',
            name: 'playground',
            kind: 'MoneroNodeSet',
            owner: 'group:default/team-wallet',
            manifest: stringify({
              apiVersion: 'utxo.com.br/v1alpha1',
              kind: 'MoneroNodeSet',
              metadata: { name: 'playground', namespace: 'monero' },
              spec: { replicas: 1, network: 'regtest' },
            }),
          },
        },
      ],
    }),
  },
];
