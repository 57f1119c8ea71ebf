import { setTimeout as delay } from 'node:timers/promises';
import type { Gitea } from '@monero-portal/dev-cluster';
import { stringify } from 'yaml';
import { call } from './http';

const OWNER = 'portal';
const REPOSITORY = 'gitops';
const MERGEABLE_TIMEOUT_MS = 60_000;
const POLL_MS = 200;
const API = `/repos/${OWNER}/${REPOSITORY}`;

/** What tests read of a pull request. */
export interface PullRequest {
  number: number;
  state: string;
  title: string;
  body: string;
  labels: { name: string }[];
}

/** What tests read of a commit. */
export interface Commit {
  author: { name: string; email: string };
  message: string;
}

/** What people do with a GitOps repository in Gitea, by its API. */
export class GitOpsRepository {
  readonly #gitea: Gitea;

  constructor(gitea: Gitea) {
    this.#gitea = gitea;
  }

  /** As the portal's configuration names it. */
  get url(): string {
    return `${this.#gitea.url}/${OWNER}/${REPOSITORY}`;
  }

  /** Where the agent reads it with git. */
  get path(): string {
    return this.#gitea.repositoryPath(OWNER, REPOSITORY);
  }

  /**
   * Makes it, with a label, one namespace below `folder`, and a webhook that
   * tells of pull requests.
   */
  async create(input: {
    folder: string;
    namespace: string;
    label: string;
    webhook: { url: string; secret: string };
  }): Promise<void> {
    const { folder, namespace, label, webhook } = input;
    await this.#send('POST', '/user/repos', {
      ...{ name: REPOSITORY, auto_init: true, default_branch: 'main' },
    });
    await this.#send('POST', `${API}/labels`, {
      ...{ name: label, color: '#ff6600' },
    });
    const manifest = stringify({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: namespace,
        labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
      },
    });
    await this.#send('POST', `${API}/contents/${folder}/namespace.yaml`, {
      message: `Namespace ${namespace}`,
      content: Buffer.from(manifest).toString('base64'),
    });
    await this.#send('POST', `${API}/hooks`, {
      ...{ type: 'gitea', active: true, events: ['pull_request'] },
      config: {
        ...{ url: webhook.url, secret: webhook.secret },
        content_type: 'json',
      },
    });
  }

  /** What the branch that the agent follows says; undefined without the file. */
  async fileOnMain(path: string): Promise<string | undefined> {
    const { status, body } = await this.#call<{ content: string }>(
      'GET',
      `${API}/contents/${path}?ref=main`,
    );
    if (status === 404) return undefined;
    if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
    return Buffer.from(body.content, 'base64').toString();
  }

  /** Open and closed. */
  pullRequests(): Promise<PullRequest[]> {
    return this.#send('GET', `${API}/pulls?state=all`);
  }

  pullRequest(number: number): Promise<PullRequest> {
    return this.#send('GET', `${API}/pulls/${number}`);
  }

  async commitsOf(number: number): Promise<Commit[]> {
    const commits = await this.#send<{ commit: Commit }[]>(
      'GET',
      `${API}/pulls/${number}/commits`,
    );
    return commits.map(({ commit }) => commit);
  }

  async comment(number: number, body: string): Promise<void> {
    await this.#send('POST', `${API}/pulls/${number}/reviews`, {
      ...{ event: 'COMMENT', body },
    });
  }

  /** Merges once Gitea has found out, some time after a push, whether it can. */
  async merge(
    number: number,
    how: 'merge' | 'squash' | 'rebase',
  ): Promise<void> {
    const end = Date.now() + MERGEABLE_TIMEOUT_MS;
    for (;;) {
      const { status, body } = await this.#call<{ message?: string }>(
        'POST',
        `${API}/pulls/${number}/merge`,
        { Do: how },
      );
      if (status < 300) return;
      const isEarly =
        status === 405 && /try again later/.test(`${body?.message}`);
      if (!isEarly || Date.now() > end) {
        throw new Error(
          `merge of #${number}: ${status} ${JSON.stringify(body)}`,
        );
      }
      await delay(POLL_MS);
    }
  }

  async close(number: number): Promise<void> {
    await this.#send('PATCH', `${API}/pulls/${number}`, { state: 'closed' });
  }

  #call<T>(method: string, route: string, body?: object) {
    const { url, token } = this.#gitea;
    return call<T>(`${url}/api/v1${route}`, {
      ...{ method, body, authorization: `token ${token}` },
    });
  }

  async #send<T>(method: string, route: string, body?: object): Promise<T> {
    const answer = await this.#call<T>(method, route, body);
    if (answer.status >= 300) {
      throw new Error(
        `${method} ${route}: ${answer.status} ${JSON.stringify(answer.body)}`,
      );
    }
    return answer.body;
  }
}
