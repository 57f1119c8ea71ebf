import type { AuthService } from '@backstage/backend-plugin-api';
import type {
  MoneroApi,
  MoneroRequestOptions,
} from '@monero-portal/plugin-monero-common';

/** Deadline of one question to monero-backend. */
const TIMEOUT_MS = 60_000;

/** What collators ask monero-backend. */
export type SearchedApi = Pick<
  MoneroApi,
  'getNodeSets' | 'getNetworks' | 'getMiningSets' | 'getProposals'
>;

/** What collators work with. */
export interface MoneroReaderOptions {
  client: SearchedApi;
  auth: Pick<AuthService, 'getOwnServiceCredentials' | 'getPluginRequestToken'>;
}

/** Asks monero-backend as the search plugin, which may see everything. */
export class MoneroReader {
  readonly #options: MoneroReaderOptions;

  constructor(options: MoneroReaderOptions) {
    this.#options = options;
  }

  /** @throws ResponseError, MoneroClientError */
  async read<T>(
    ask: (client: SearchedApi, options: MoneroRequestOptions) => Promise<T>,
  ): Promise<T> {
    const { client, auth } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'monero',
    });
    return ask(client, { token, timeoutMs: TIMEOUT_MS });
  }
}
