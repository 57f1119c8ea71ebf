import type { AuthService } from '@backstage/backend-plugin-api';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { MoneroRequestOptions } from '@monero-portal/plugin-monero-common';

/**
 * How to ask monero-backend on behalf of who started the task, so that it
 * judges by that user's permissions and names them as the proposer.
 */
export async function requestOptions<
  I extends JsonObject,
  O extends JsonObject,
>(
  ctx: Pick<ActionContext<I, O>, 'getInitiatorCredentials' | 'signal'>,
  auth: Pick<AuthService, 'getPluginRequestToken'>,
): Promise<MoneroRequestOptions> {
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await ctx.getInitiatorCredentials(),
    targetPluginId: 'monero',
  });
  return { token, signal: ctx.signal };
}
