import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { ANNOTATION_KUBERNETES_AUTH_PROVIDER } from '@backstage/plugin-kubernetes-common';
import type { AuthenticationStrategy } from '@backstage/plugin-kubernetes-node';
import type {
  CloudAuth,
  CloudProvider,
  ClusterConfig,
} from '../../config/clusterConfig';

/** Shorter than any cloud's token lives; asking is a request to the cloud. */
const KEPT_MS = 60_000;

/** Makes what signs in to a cloud. */
export type OpenStrategy = (
  provider: CloudProvider,
) => Promise<Pick<AuthenticationStrategy, 'getCredential'>>;

/**
 * Tokens of clouds, by the Kubernetes plugin's own strategies. Their SDKs are
 * large and are loaded when the first cluster wants one.
 */
export class CloudTokens {
  readonly #open: OpenStrategy;
  readonly #now: () => number;
  readonly #strategies = new Map<CloudProvider, ReturnType<OpenStrategy>>();

  constructor(open: OpenStrategy, now: () => number = Date.now) {
    this.#open = open;
    this.#now = now;
  }

  static create(options: {
    config: RootConfigService;
    logger: LoggerService;
  }): CloudTokens {
    return new CloudTokens(provider => openStrategy(provider, options));
  }

  /**
   * A function that gives a cluster's token; it asks the cloud once a minute
   * at most, and once for all who ask at the same time.
   * @throws ServiceUnavailableError, by the function, when the cloud gives none
   */
  of(cluster: ClusterConfig, cloud: CloudAuth): () => Promise<string> {
    let kept: { token: Promise<string>; until: number } | undefined;
    return () => {
      const now = this.#now();
      if (!kept || kept.until <= now) {
        const token = this.#ask(cluster, cloud);
        kept = { token, until: now + KEPT_MS };
        token.catch(() => {
          kept = undefined;
        });
      }
      return kept.token;
    };
  }

  async #ask(
    { name, title, target }: ClusterConfig,
    { provider, metadata }: CloudAuth,
  ): Promise<string> {
    const strategy = await this.#strategyOf(provider);
    const authMetadata = {
      ...metadata,
      [ANNOTATION_KUBERNETES_AUTH_PROVIDER]: provider,
    };
    const credential = await strategy.getCredential(
      { name, title, url: target.server, authMetadata },
      {},
    );
    if (credential.type !== 'bearer token') {
      throw new ServiceUnavailableError(
        `${provider} gives no token for cluster "${name}", but ${credential.type}`,
      );
    }
    return credential.token;
  }

  #strategyOf(provider: CloudProvider): ReturnType<OpenStrategy> {
    const known = this.#strategies.get(provider);
    if (known) return known;
    const opened = this.#open(provider);
    this.#strategies.set(provider, opened);
    opened.catch(() => this.#strategies.delete(provider));
    return opened;
  }
}

async function openStrategy(
  provider: CloudProvider,
  options: { config: RootConfigService; logger: LoggerService },
): ReturnType<OpenStrategy> {
  const strategies = await import('@backstage/plugin-kubernetes-backend');
  switch (provider) {
    case 'aws':
      return new strategies.AwsIamStrategy(options);
    case 'azure':
      return new strategies.AzureIdentityStrategy(options.logger);
    default:
      return new strategies.GoogleServiceAccountStrategy(options);
  }
}
