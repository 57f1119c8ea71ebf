import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import type { Facts, FactsCriteria, FactsFilter } from './facts';

/** What a permission lets somebody do: everything, or what its conditions cover. */
export interface Grant {
  credentials: BackstageCredentials;
  /** The conditions as a query; undefined when everything is covered. */
  criteria?: FactsCriteria;
  covers(facts: Facts): boolean;
}

/** Asks the policy what somebody may do, in full or for some things, or throws. */
export type Granter = (
  credentials: BackstageCredentials,
  permission: ResourcePermission,
) => Promise<Grant>;

/** The rules of a resource type, those that others added included. */
export type Rulesets = (
  resourceType: string,
) => PermissionRuleset<Facts, FactsFilter>;

/**
 * Lets through what the permission policy allows.
 *
 * @throws NotAllowedError
 */
export function createGranter(options: {
  permissions: PermissionsService;
  rulesets: Rulesets;
}): Granter {
  const { permissions, rulesets } = options;
  return async (credentials, permission) => {
    const [decision] = await permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) {
      return { credentials, covers: () => true };
    }
    if (decision.result !== AuthorizeResult.CONDITIONAL) {
      throw new NotAllowedError(
        `You lack the permission ${permission.name}; ask whoever runs this portal.`,
      );
    }
    const ruleset = rulesets(permission.resourceType);
    const isCovered = createConditionAuthorizer(ruleset);
    return {
      credentials,
      criteria: createConditionTransformer(ruleset)(decision.conditions),
      covers: facts => isCovered(decision, facts),
    };
  };
}
