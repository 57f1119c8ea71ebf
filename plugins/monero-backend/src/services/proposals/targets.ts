import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ConflictError, InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { NodeSetRef } from '@monero-portal/plugin-monero-common';
import {
  isRepositoryUrl,
  type GitOpsTarget,
} from '../../config/readGitOpsTargets';
import { connectForge, type Forge } from '../forge';
import { GitRemote, GitRepository } from '../git';

/** A target with its repository. */
export interface OpenTarget extends GitOpsTarget {
  /** The repository itself, or the mirror of one on a forge. */
  repo: GitRepository;
  /** Set for a repository on a forge. */
  hosted?: { forge: Forge; remote: GitRemote };
}

/** How targets on forges are reached. */
export interface TargetsOptions {
  integrations: ScmIntegrations;
  /** Folder for mirrors, which are caches. */
  mirrorsDir: string;
}

/** Branches of proposals begin with it. */
export const BRANCH_PREFIX = 'monero';

/** The configured targets, by cluster. */
export class Targets {
  readonly #targets: ReadonlyMap<string, OpenTarget>;

  constructor(targets: readonly OpenTarget[]) {
    this.#targets = new Map(targets.map(target => [target.cluster, target]));
  }

  find(cluster: string): OpenTarget | undefined {
    return this.#targets.get(cluster);
  }

  namespacesOf(cluster: string): string[] {
    return this.#targets.get(cluster)?.namespaces ?? [];
  }

  /**
   * The target for a new proposal.
   *
   * @throws InputError naming what there is instead
   */
  forProposal({ cluster, namespace }: NodeSetRef): OpenTarget {
    const target = this.#targets.get(cluster);
    if (!target) {
      const known = [...this.#targets.keys()].join(', ');
      throw new InputError(
        `Cluster "${cluster}" takes no proposals; ${
          known
            ? `there are: ${known}`
            : 'monero.gitops.targets in the configuration is empty'
        }.`,
      );
    }
    if (!target.namespaces.includes(namespace)) {
      throw new InputError(
        `Namespace "${namespace}" of cluster "${cluster}" takes no proposals; there are: ${target.namespaces.join(
          ', ',
        )}.`,
      );
    }
    return target;
  }

  /**
   * The target of a proposal that exists.
   *
   * @throws ConflictError when the configuration has it no more
   */
  forExisting(cluster: string): OpenTarget {
    const target = this.#targets.get(cluster);
    if (!target) {
      throw new ConflictError(
        `Cluster "${cluster}" has no target in monero.gitops.targets any more.`,
      );
    }
    return target;
  }
}

/**
 * Opens the repository of a target: the one on this machine, or a mirror of
 * the one on a forge.
 *
 * @throws InputError when no integration is configured for its host
 */
export function openTarget(
  target: GitOpsTarget,
  options?: TargetsOptions,
): OpenTarget {
  const { repository, branch } = target;
  if (!options || !isRepositoryUrl(repository)) {
    return { ...target, repo: new GitRepository(repository) };
  }
  const { integrations, mirrorsDir } = options;
  const forge = connectForge(repository, integrations, target.pullRequest);
  const name = createHash('sha256').update(`${repository} ${branch}`);
  const repo = new GitRepository(
    join(mirrorsDir, `${name.digest('hex').slice(0, 16)}.git`),
  );
  const remote = new GitRemote({
    ...{ repo, branch, url: forge.gitUrl, prefix: BRANCH_PREFIX },
    authorization: () => forge.authorization(),
  });
  return { ...target, repo, hosted: { forge, remote } };
}
