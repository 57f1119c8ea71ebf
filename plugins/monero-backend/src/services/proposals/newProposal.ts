import { ConflictError } from '@backstage/errors';
import {
  operationOf,
  type ProposeInput,
} from '@monero-portal/plugin-monero-common';
import { pathOf } from '../../config/readGitOpsTargets';
import { kustomizationUpkeep } from './kustomizationUpkeep';
import {
  checkManifest,
  hashOf,
  ownerIn,
  proposalIn,
  volumesIn,
  withoutProposal,
} from './manifest';
import { checkOperation } from './operation';
import type { Actor } from './ProposalService';
import type { NewProposal } from './ProposalRow';
import type { ProposalStore } from './ProposalStore';
import type { OpenTarget } from './targets';

/** What makes two proposals the same. */
export interface Sameness {
  openKey: string;
  requestKey: string | null;
}

/** What the file is to be, without the annotation that a proposal puts in; undefined when it is removed. */
export function contentOf(input: ProposeInput): string | undefined {
  return input.manifest === undefined
    ? undefined
    : withoutProposal(input.manifest);
}

/** The keys under which a proposal is found when it is asked for again. */
export function samenessOf(input: ProposeInput, by: Actor): Sameness {
  const { kind, cluster, namespace, name, requestId } = input;
  const content = hashOf(contentOf(input) ?? '');
  return {
    openKey: [kind, cluster, namespace, name, content].join('/'),
    requestKey: requestId ? `${by.ref} ${requestId}` : null,
  };
}

/**
 * Checks everything about a change against the branch as it is now.
 *
 * @throws InputError with `violations`, ConflictError, GitError
 */
export async function newProposal(
  input: ProposeInput,
  by: Actor,
  target: OpenTarget,
  deps: { store: Pick<ProposalStore, 'get'>; now: number },
): Promise<NewProposal> {
  const { branch: targetBranch, repo } = target;
  await target.hosted?.remote.fetch();
  const baseCommit = await repo.branch(targetBranch);
  if (baseCommit === undefined) {
    throw new ConflictError(
      `Branch ${targetBranch} is not in the GitOps repository of cluster "${input.cluster}"; make a first commit there.`,
    );
  }
  const path = pathOf(target, input);
  const old = await repo.readFile(baseCommit, path);
  const manifest = contentOf(input);
  if (manifest !== undefined) {
    checkManifest(manifest, input, old);
  }
  const writer = old === undefined ? undefined : proposalIn(old);
  checkOperation(
    input,
    manifest,
    {
      path,
      branch: targetBranch,
      text: old,
      writtenBy: writer ? await deps.store.get(writer) : undefined,
    },
    deps.now,
  );
  const operation = operationOf(input);
  // What stands in the way is told before anything is written.
  await kustomizationUpkeep(
    { operation, path, baseCommit, targetBranch },
    target,
  );
  const contentHash = hashOf(manifest ?? '');
  const { title, cluster, namespace, name, kind } = input;
  const owner = input.owner ?? ownerOf(manifest ?? old);
  return {
    ...{ title, cluster, namespace, name, kind, owner, operation },
    ...samenessOf(input, by),
    ...{ path, targetBranch, baseCommit, contentHash },
    proposedBy: by.ref,
    createdAt: new Date(deps.now).toISOString(),
    manifest: manifest ?? '',
    branch: branchOf(input, contentHash),
    baseBlob: input.baseBlob ?? null,
    volumes:
      operation === 'retire' && old !== undefined ? volumesIn(old) : null,
  };
}

/** Who owns the object that a file describes, as far as it fits. */
function ownerOf(text: string | undefined): string | null {
  return text === undefined ? null : ownerIn(text)?.slice(0, 512) ?? null;
}

/** The same change always goes to the same branch. */
function branchOf(
  { kind, namespace, name }: ProposeInput,
  contentHash: string,
): string {
  const folder = kind === 'MoneroNodeSet' ? [] : [kind.toLowerCase()];
  const leaf = contentHash.slice(0, 8);
  return ['monero', ...folder, namespace, name, leaf].join('/');
}
