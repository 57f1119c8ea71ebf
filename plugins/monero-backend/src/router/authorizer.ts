import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { Request } from 'express';
import type { Grant, Granter } from '../permissions';

/** Lets a request through, in full or for some things, or throws. */
export type Authorize = (
  req: Request,
  permission: ResourcePermission,
) => Promise<Grant>;

/**
 * Users and services are let in when the permission policy allows it.
 *
 * @throws NotAllowedError, AuthenticationError
 */
export function createAuthorizer(options: {
  httpAuth: HttpAuthService;
  granter: Granter;
}): Authorize {
  const { httpAuth, granter } = options;
  return async (req, permission) =>
    granter(
      await httpAuth.credentials(req, { allow: ['user', 'service'] }),
      permission,
    );
}
