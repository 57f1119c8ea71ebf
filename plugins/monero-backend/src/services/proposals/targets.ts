import { ConflictError, InputError } from '@backstage/errors';
import type { NodeSetRef } from '@monero-portal/plugin-monero-common';
import type { GitOpsTarget } from '../../config/readGitOpsTargets';
import { GitRepository } from '../git';

/** A target with its repository. */
export interface OpenTarget extends GitOpsTarget {
  repo: GitRepository;
}

/** The configured targets, by cluster. */
export class Targets {
  readonly #targets: ReadonlyMap<string, OpenTarget>;

  constructor(targets: readonly GitOpsTarget[]) {
    this.#targets = new Map(
      targets.map(target => [
        target.cluster,
        { ...target, repo: new GitRepository(target.repository) },
      ]),
    );
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
