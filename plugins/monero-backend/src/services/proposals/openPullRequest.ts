import { ForgeError, type PullRequest, type PullRequests } from '../forge';
import type { DraftDeps } from './draft';
import type { FullProposalRow } from './ProposalRow';
import { pullRequestText } from './pullRequestText';
import type { OpenTarget } from './targets';

/**
 * Opens the pull request of a proposal's branch, or finds the one that is open
 * already: a task that is tried again opens no second one.
 *
 * @returns what to note of it; nothing for plain git
 * @throws ForgeError
 */
export async function openPullRequest(
  row: FullProposalRow,
  { hosted }: OpenTarget,
  { portalUrl, forgeToken }: Pick<DraftDeps, 'portalUrl' | 'forgeToken'>,
): Promise<Partial<FullProposalRow>> {
  if (!hosted) {
    return {};
  }
  const pullRequests = hosted.forge.pullRequests(forgeToken);
  const { number, url, waits } = await foundOrCreated(
    row,
    pullRequests,
    portalUrl,
  );
  return {
    forge: pullRequests.forge,
    prNumber: number,
    prUrl: httpOnly(url),
    prWaits: waits ?? null,
  };
}

async function foundOrCreated(
  row: FullProposalRow,
  pullRequests: PullRequests,
  portalUrl: string,
): Promise<PullRequest> {
  const { branch, targetBranch, title } = row;
  const find = () => pullRequests.find(branch, targetBranch);
  const found = await find();
  if (found) {
    return found;
  }
  try {
    const body = pullRequestText(row, portalUrl);
    return await pullRequests.create({ branch, targetBranch, title, body });
  } catch (error) {
    const exists = error instanceof ForgeError && error.code === 'Conflict';
    const other = exists ? await find() : undefined;
    if (other) {
      return other;
    }
    throw error;
  }
}

/** It becomes a link on a page. */
function httpOnly(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new ForgeError(
      'Unreachable',
      'The forge answered with a pull request whose address is no web page.',
    );
  }
  return url;
}
