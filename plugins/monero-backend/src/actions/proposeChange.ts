import { KINDS } from '@monero-portal/monero-api';
import {
  moneroProposalCreatePermission,
  proposeInputSchema,
} from '@monero-portal/plugin-monero-common';
import { parse } from '../router/parse';
import { proposeFor } from '../router/proposing';
import { FIELDS } from './fields';
import { inOurWords } from './inOurWords';
import type { ActionDeps } from './registerActions';

/** `propose-change`: a pull request, for people to review. */
export function addProposeAction(deps: ActionDeps): void {
  deps.registry.register({
    name: 'propose-change',
    title: 'Propose a change of a Monero node set',
    description:
      'Proposes to create, change or retire a Monero node set (or network, or mining set): opens a pull request in the GitOps repository, or a branch that the portal merges. It changes nothing in a cluster: people review and merge it. To change or retire, read monero.show-manifest first, change only what is to change, keep the rest byte by byte, and hand its blob back as baseBlob. Proposed again with the same content it finds the same proposal. Secrets never belong into a manifest.',
    attributes: { readOnly: false, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          kind: z.enum(KINDS).default('MoneroNodeSet').describe(FIELDS.kind),
          cluster: z.string().describe(FIELDS.cluster),
          namespace: z.string().describe(FIELDS.namespace),
          name: z.string().describe(FIELDS.name),
          title: z
            .string()
            .describe('What changes, in a few words: Scale eu to 5 nodes'),
          operation: z
            .enum(['create', 'change', 'retire'])
            .optional()
            .describe('change if there is a baseBlob, else create, by default'),
          manifest: z
            .string()
            .optional()
            .describe('The whole manifest as it is to be, YAML; not to retire'),
          baseBlob: z
            .string()
            .optional()
            .describe('blob of monero.show-manifest; to change or retire'),
          owner: z
            .string()
            .optional()
            .describe('Entity reference of the owner: group:default/wallets'),
        }),
      output: z =>
        z.object({
          proposalId: z.number(),
          created: z.boolean().describe('false: it was there already'),
          state: z.string(),
          waitingFor: z.string().optional().describe('Who has to act'),
          path: z.string().describe('File in the repository'),
          branch: z.string(),
          pullRequestUrl: z.string().optional().describe('On a forge'),
          page: z.string().describe('Page in the portal'),
        }),
    },
    action: async ({ input, credentials }) =>
      inOurWords(async () => {
        const asked = parse(proposeInputSchema, input, 'Input');
        const grant = await deps.granter(
          credentials,
          moneroProposalCreatePermission,
        );
        const { proposal, created } = await proposeFor(deps, asked, grant);
        const { id, state, waitingFor, path, branch, pullRequest } = proposal;
        return {
          output: {
            ...{ proposalId: id, created, state, waitingFor, path, branch },
            pullRequestUrl: pullRequest?.url,
            page: `${deps.portalUrl}/monero/proposals/${id}`,
          },
        };
      }),
  });
}
