import { setTimeout as delay } from 'node:timers/promises';
import { call, type Answer } from './http';

const POLL_MS = 250;

/** What tests read of a proposal, or of a refusal. */
export interface ProposalAnswer {
  id: number;
  state: string;
  pullRequest: { number: number };
  error: { message: string };
}

/** What tests read of a manifest in Git. */
export interface GitManifest {
  manifest: string;
  /** Names the version of the file. */
  blob: string;
}

/** Calls a portal's backend as somebody who signed in as its guest. */
export class PortalGuest {
  readonly #backendUrl: string;
  readonly #token: string;

  private constructor(backendUrl: string, token: string) {
    this.#backendUrl = backendUrl;
    this.#token = token;
  }

  /** @throws when guests may not sign in */
  static async signIn(backendUrl: string): Promise<PortalGuest> {
    const { status, body } = await call<{
      backstageIdentity: { token: string };
    }>(`${backendUrl}/api/auth/guest/refresh`, { method: 'GET' });
    if (status !== 200)
      throw new Error(`guest sign-in: ${JSON.stringify(body)}`);
    return new PortalGuest(backendUrl, body.backstageIdentity.token);
  }

  /**
   * Waits until the catalog has entities, such as `user/default/guest`.
   *
   * @throws when it does not within `timeoutMs`
   */
  async knows(entities: readonly string[], timeoutMs: number): Promise<void> {
    const end = Date.now() + timeoutMs;
    for (const entity of entities) {
      const route = `/api/catalog/entities/by-name/${entity}`;
      while ((await this.#send('GET', route)).status !== 200) {
        if (Date.now() > end) throw new Error(`the catalog has no ${entity}`);
        await delay(POLL_MS);
      }
    }
  }

  propose(input: object): Promise<Answer<ProposalAnswer>> {
    return this.#send('POST', '/api/monero/proposals', input);
  }

  proposal(id: number): Promise<Answer<ProposalAnswer>> {
    return this.#send('GET', `/api/monero/proposals/${id}`);
  }

  close(id: number): Promise<Answer<ProposalAnswer>> {
    return this.#send('POST', `/api/monero/proposals/${id}/close`);
  }

  /** @param object - such as `MoneroNodeSet/dev/monero/web` */
  manifest(object: string): Promise<Answer<GitManifest>> {
    return this.#send('GET', `/api/monero/manifests/${object}`);
  }

  #send<T>(method: string, route: string, body?: object): Promise<Answer<T>> {
    return call<T>(`${this.#backendUrl}${route}`, {
      ...{ method, body, authorization: `Bearer ${this.#token}` },
    });
  }
}
