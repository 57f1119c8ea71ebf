import {
  AuthorizeResult,
  isPermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  moneroNodeSetReadPermission,
  moneroProposalCreatePermission,
  moneroProposalMergePermission,
  moneroProposalReadPermission,
} from '@monero-portal/plugin-monero-common';
import {
  createMoneroObjectConditionalDecision,
  createMoneroProposalConditionalDecision,
  moneroObjectConditions,
  moneroProposalConditions,
} from '../permissions';

/** Whom and what a {@link PlatformPolicy} is about. */
export interface PlatformPolicyOptions {
  /** Entity reference of the platform team. */
  platform: string;
  /** Clusters that everybody may look at. */
  shared: string[];
}

/**
 * The policy of docs/guides/permissions.md: owners see what is theirs and
 * propose changes of it, everybody sees the shared clusters, and the platform
 * team does everything and merges.
 */
export class PlatformPolicy implements PermissionPolicy {
  readonly #options: PlatformPolicyOptions;

  constructor(options: PlatformPolicyOptions) {
    this.#options = options;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const { platform, shared } = this.#options;
    const owners = user?.info.ownershipEntityRefs ?? [];
    if (owners.includes(platform)) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (isPermission(permission, moneroNodeSetReadPermission)) {
      return createMoneroObjectConditionalDecision(permission, {
        anyOf: [
          moneroObjectConditions.isOwner({ owners }),
          moneroObjectConditions.inCluster({ clusters: shared }),
        ],
      });
    }
    if (isPermission(permission, moneroProposalCreatePermission)) {
      return createMoneroObjectConditionalDecision(
        permission,
        moneroObjectConditions.isOwner({ owners }),
      );
    }
    if (isPermission(permission, moneroProposalReadPermission)) {
      return createMoneroProposalConditionalDecision(permission, {
        anyOf: [
          moneroProposalConditions.isOwner({ owners }),
          moneroProposalConditions.isProposer({ users: owners }),
          moneroProposalConditions.inCluster({ clusters: shared }),
        ],
      });
    }
    if (isPermission(permission, moneroProposalMergePermission)) {
      return { result: AuthorizeResult.DENY };
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
