import type { AuthService } from '@backstage/backend-plugin-api';
import { KINDS } from '@monero-portal/monero-api';
import type { Config } from '@backstage/config';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type {
  MoneroApi,
  ProposeInput,
} from '@monero-portal/plugin-monero-common';
import { requestOptions } from '../requestOptions';
import { targetPath } from '../targetPath';
import { inItsOwnWords } from '../words';
import { checkProposal } from './checkProposal';
import { examples } from './propose.examples';
import { summaryOfDryRun, summaryOfProposal } from './summary';

/** A forge may take its time: a push alone has a minute, and a pull request follows. */
const PROPOSE_TIMEOUT_MS = 120_000;

/** What the action works with. */
export interface ProposeActionOptions {
  auth: Pick<AuthService, 'getPluginRequestToken'>;
  client: Pick<MoneroApi, 'propose' | 'getClusters' | 'getOpenProposals'>;
  config: Config;
}

/**
 * `monero:gitops:propose` puts a manifest on a branch of the GitOps repository,
 * for review. Nothing reaches a cluster before somebody merges it.
 *
 * Done again with the same content it finds the same proposal, and a recovered
 * task does not ask again. A dry run checks all of it and proposes nothing.
 */
export function createProposeAction(options: ProposeActionOptions) {
  return createTemplateAction({
    id: 'monero:gitops:propose',
    description:
      'Proposes a manifest: a branch in the GitOps repository of the cluster, to be reviewed and merged in the portal.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        title: z =>
          z
            .string()
            .describe('What changes, in a few words: Create node set eu'),
        cluster: z =>
          z
            .string()
            .describe('Cluster, as named in the kubernetes configuration'),
        namespace: z => z.string().describe('Namespace of the object'),
        name: z => z.string().describe('Name of the object'),
        kind: z => z.enum(KINDS).describe('Kind of the object'),
        operation: z =>
          z
            .enum(['create', 'change', 'retire'])
            .optional()
            .describe(
              'By default change when there is a baseBlob, else create; retire removes the manifest',
            ),
        manifest: z =>
          z
            .string()
            .optional()
            .describe('The manifest, one YAML document; not to retire'),
        baseBlob: z =>
          z
            .string()
            .optional()
            .describe(
              'To change or retire: the blob of the manifest that it started from',
            ),
        owner: z =>
          z
            .string()
            .optional()
            .describe('Entity reference of the owner: group:default/wallets'),
        token: z =>
          z
            .string()
            .optional()
            .describe(
              "The user's own token for the forge, such as ${{ secrets.USER_OAUTH_TOKEN }}: the pull request is then theirs",
            ),
      },
      output: {
        proposed: z =>
          z
            .boolean()
            .describe('Whether there is a proposal; false in a dry run'),
        summary: z =>
          z.string().describe('What was done and what happens next, Markdown'),
        path: z => z.string().describe('The file in the GitOps repository'),
        proposalId: z => z.number().optional().describe('Not in a dry run'),
        proposalUrl: z =>
          z
            .string()
            .optional()
            .describe(
              "Page of the proposal, from the portal's root; not in a dry run",
            ),
        branch: z => z.string().optional().describe('Not in a dry run'),
        pullRequestUrl: z =>
          z
            .string()
            .optional()
            .describe('On a forge; not for plain git and not in a dry run'),
      },
    },
    async handler(ctx) {
      ctx.signal?.throwIfAborted();
      const input = inputOf(ctx);
      const request = await requestOptions(ctx, options.auth);
      try {
        if (ctx.isDryRun) {
          const path = targetPath(options.config, input);
          const open = await checkProposal(input, options.client, request);
          ctx.logger.info(`Dry run: nothing was proposed for ${path}`);
          ctx.output('proposed', false);
          ctx.output('summary', summaryOfDryRun(input, path, open));
          ctx.output('path', path);
          return;
        }
        const proposal = await ctx.checkpoint({
          key: `propose.${input.cluster}.${input.namespace}.${input.name}`,
          fn: async () => {
            const { id, branch, path, operation, volumes, pullRequest } =
              await options.client.propose(input, {
                ...request,
                timeoutMs: PROPOSE_TIMEOUT_MS,
              });
            return {
              ...{ id, branch, path, operation },
              // A checkpoint holds JSON, which knows no undefined.
              volumes: volumes ?? null,
              pullRequest: pullRequest ?? null,
            };
          },
        });
        ctx.logger.info(
          `Proposal #${proposal.id}: ${proposal.path} on branch ${proposal.branch}`,
        );
        ctx.output('proposed', true);
        ctx.output('summary', summaryOfProposal(input, proposal));
        ctx.output('path', proposal.path);
        ctx.output('proposalId', proposal.id);
        ctx.output('proposalUrl', `/monero/proposals/${proposal.id}`);
        ctx.output('branch', proposal.branch);
        if (proposal.pullRequest) {
          ctx.output('pullRequestUrl', proposal.pullRequest.url);
        }
      } catch (error) {
        throw inItsOwnWords(error);
      }
    },
  });
}

/** What a form leaves empty is not there; a task that is tried again asks for the same. */
function inputOf(ctx: {
  input: Omit<ProposeInput, 'forgeToken'> & { token?: string };
  task: { id: string };
}): ProposeInput {
  const { token, ...input } = ctx.input;
  const { kind, cluster, namespace, name } = input;
  return {
    ...input,
    forgeToken: token || undefined,
    owner: ctx.input.owner || undefined,
    baseBlob: ctx.input.baseBlob || undefined,
    manifest: ctx.input.manifest || undefined,
    requestId: [ctx.task.id, kind, cluster, namespace, name].join('/'),
  };
}
