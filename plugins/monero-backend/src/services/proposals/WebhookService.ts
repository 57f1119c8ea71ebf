import { AuthenticationError, NotFoundError } from '@backstage/errors';
import { isSigned, type WebhookRequest } from '../forge';
import type { Targets } from './targets';

/**
 * Hears from forges that something happened. What a webhook says is never
 * believed: it only makes the portal look at the forge at once.
 */
export class WebhookService {
  readonly #targets: Pick<Targets, 'find'>;
  readonly #heard: (cluster: string) => void;

  constructor(
    targets: Pick<Targets, 'find'>,
    heard: (cluster: string) => void,
  ) {
    this.#targets = targets;
    this.#heard = heard;
  }

  /**
   * @throws NotFoundError when the cluster takes no webhooks,
   * AuthenticationError when the signature is wrong
   */
  receive(cluster: string, request: WebhookRequest): void {
    const target = this.#targets.find(cluster);
    const { hosted, webhookSecret } = target ?? {};
    if (!hosted || !webhookSecret) {
      throw new NotFoundError(
        'No webhook is configured here (webhookSecret in monero.gitops.targets).',
      );
    }
    if (!isSigned(hosted.forge.type, webhookSecret, request)) {
      throw new AuthenticationError(
        'The signature is missing or wrong: the secret of the webhook must be webhookSecret of monero.gitops.targets.',
      );
    }
    this.#heard(cluster);
  }
}
