import type {
  BackstageCredentials,
  HttpAuthService,
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
import type { Request } from 'express';
import type { Facts, FactsCriteria, FactsFilter } from '../permissions';

/** What a permission lets somebody do: everything, or what its conditions cover. */
export interface Grant {
  credentials: BackstageCredentials;
  /** The conditions as a query; undefined when everything is covered. */
  criteria?: FactsCriteria;
  covers(facts: Facts): boolean;
}

/** Lets a request through, in full or for some things, or throws. */
export type Authorize = (
  req: Request,
  permission: ResourcePermission,
) => Promise<Grant>;

/** The rules of a resource type, those that others added included. */
export type Rulesets = (
  resourceType: string,
) => PermissionRuleset<Facts, FactsFilter>;

/**
 * Users and services are let in when the permission policy allows it.
 *
 * @throws NotAllowedError, AuthenticationError
 */
export function createAuthorizer(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  rulesets: Rulesets;
}): Authorize {
  const { httpAuth, permissions, rulesets } = options;
  return async (req, permission) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
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
