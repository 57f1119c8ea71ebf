import type {
  Proposal,
  ProposeInput,
} from '@monero-portal/plugin-monero-common';

/** What is told of a proposal that was made, as Markdown. */
export function summaryOfProposal(
  input: ProposeInput,
  proposal: Pick<Proposal, 'id' | 'branch' | 'path' | 'operation'> & {
    volumes?: string | null;
    pullRequest?: Proposal['pullRequest'] | null;
  },
): string {
  const { cluster, name } = input;
  const { pullRequest } = proposal;
  const where = pullRequest
    ? `as [pull request #${pullRequest.number}](${pullRequest.url}) on ${pullRequest.forge}`
    : 'on its page';
  if (proposal.operation === 'retire') {
    return `**Proposal #${proposal.id}** waits for review: it removes \`${
      proposal.path
    }\` on branch \`${
      proposal.branch
    }\`. Nothing has changed in cluster ${cluster} yet.

Once somebody merges it ${where}, the GitOps agent of cluster ${cluster} removes **${name}**, and what runs for it ends. ${
      proposal.volumes ?? ''
    }
`;
  }
  const change =
    proposal.operation === 'change'
      ? `**${name}** is there already: this changes it.`
      : '';
  return `**Proposal #${proposal.id}** waits for review: \`${proposal.path}\` on branch \`${proposal.branch}\`. Nothing has reached cluster ${cluster} yet. ${change}

Once somebody merges it ${where},

1. the GitOps agent of cluster ${cluster} applies the manifest,
2. the operator brings what runs to it, one after the other,
3. **${name}** is in the catalog by itself, with its health.

The page of the proposal shows how far it has come, and what it waits for.
`;
}

/** What is told of a dry run, as Markdown: what would be proposed, and that nothing was. */
export function summaryOfDryRun(
  input: ProposeInput,
  path: string,
  open: readonly Pick<Proposal, 'id' | 'title'>[],
): string {
  return [
    `**Dry run: nothing was proposed.** "${input.title}" would ${
      input.operation === 'retire' ? 'remove' : 'write'
    } \`${path}\` for cluster ${input.cluster}.`,
    ...(open.length > 0
      ? [
          `Still open for the same object: ${open
            .map(({ id, title }) => `proposal #${id} ("${title}")`)
            .join(
              ', ',
            )}. The same content again would lead there instead of to a new one.`,
        ]
      : []),
  ].join('\n\n');
}
