import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { z } from 'zod';
import type { Actor } from '../proposals';

const profileSchema = z.object({
  spec: z.object({
    profile: z.object({
      displayName: z.string().min(1).optional(),
      email: z.string().min(3).optional(),
    }),
  }),
});

/** Longest wait for the catalog; a commit can do without a display name. */
const TIMEOUT_MS = 3_000;

/** Finds out who is asking, for the proposal and for git. */
export class ActorService {
  readonly #auth: Pick<AuthService, 'isPrincipal'>;
  readonly #catalog: Pick<CatalogService, 'getEntityByRef'>;
  readonly #logger: LoggerService;

  constructor(options: {
    auth: Pick<AuthService, 'isPrincipal'>;
    catalog: Pick<CatalogService, 'getEntityByRef'>;
    logger: LoggerService;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#logger = options.logger;
  }

  /** A user with the profile that the catalog has of them, or a service by its name. */
  async actorOf(credentials: BackstageCredentials): Promise<Actor> {
    if (this.#auth.isPrincipal(credentials, 'user')) {
      const { userEntityRef: ref } = credentials.principal;
      const profile = await this.#profileOf(ref, credentials);
      return {
        ref,
        name: profile.displayName ?? ref,
        email: profile.email ?? addressOf(ref),
      };
    }
    const ref = this.#auth.isPrincipal(credentials, 'service')
      ? `service:${credentials.principal.subject}`
      : 'unknown';
    return { ref, name: ref, email: addressOf(ref) };
  }

  async #profileOf(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<{ displayName?: string; email?: string }> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)),
        TIMEOUT_MS,
      );
    });
    try {
      const entity = await Promise.race([
        this.#catalog.getEntityByRef(ref, { credentials }),
        tooLate,
      ]);
      const parsed = profileSchema.safeParse(entity);
      return parsed.success ? parsed.data.spec.profile : {};
    } catch (error) {
      this.#logger.debug(`The catalog did not tell who ${ref} is: ${error}`);
      return {};
    } finally {
      clearTimeout(timer);
    }
  }
}

/** An address that can never exist, so that git has one. */
function addressOf(ref: string): string {
  return `${ref.replace(/[^A-Za-z0-9._-]+/g, '.')}@backstage.invalid`;
}
