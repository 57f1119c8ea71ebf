import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ForgeError,
  type NewPullRequest,
  type PullRequest,
  type PullRequests,
} from '../services/forge';
import { GitRemote, GitRepository } from '../services/git';
import type { OpenTarget } from '../services/proposals';
import type { GitFixture } from './gitFixture';

/** A forge whose git is real and whose pull requests are in memory. */
export class FakeForge implements PullRequests {
  readonly forge = 'GitHub';
  readonly opened: (PullRequest & NewPullRequest)[] = [];
  /** Tokens that pull requests were asked for with; undefined is the portal's own. */
  readonly tokens: (string | undefined)[] = [];
  /** Thrown by the next call. */
  fails?: ForgeError;
  /** Calls of {@link get}. */
  looks = 0;
  readonly #mirrors = mkdtempSync(join(tmpdir(), 'monero-mirrors-'));

  constructor(readonly git: GitFixture) {}

  /** Target of cluster dev on this forge. */
  target(change: Partial<OpenTarget> = {}): OpenTarget {
    const repo = new GitRepository(join(this.#mirrors, 'mirror.git'));
    const remote = new GitRemote({
      ...{ repo, branch: 'main', prefix: 'monero', protocols: 'file' },
      url: `file://${this.git.gitDir}`,
      authorization: async () => undefined,
    });
    return {
      cluster: 'dev',
      repository: 'https://github.com/acme/gitops',
      branch: 'main',
      path: 'clusters/${{ cluster }}/${{ namespace }}/${{ name }}.yaml',
      namespaces: ['monero'],
      pullRequest: { reviewers: [], labels: [], draft: false },
      webhookSecret: 'a-secret-of-some-length',
      pollSeconds: 30,
      kustomization: false,
      repo,
      hosted: {
        remote,
        forge: {
          type: 'github',
          gitUrl: '',
          authorization: async token => token && `Bearer ${token}`,
          pullRequests: token => {
            this.tokens.push(token);
            return this;
          },
        },
      },
      ...change,
    };
  }

  async find(branch: string, targetBranch: string) {
    this.#fail();
    return this.opened.find(
      each =>
        each.state === 'open' &&
        each.branch === branch &&
        each.targetBranch === targetBranch,
    );
  }

  async create(request: NewPullRequest) {
    this.#fail();
    const number = this.opened.length + 1;
    const created = {
      ...request,
      number,
      url: `https://github.com/acme/gitops/pull/${number}`,
      state: 'open' as const,
      head: this.git.tip(request.branch),
    };
    this.opened.push(created);
    return created;
  }

  async get(number: number) {
    this.looks += 1;
    this.#fail();
    return this.opened[number - 1];
  }

  async close(number: number) {
    this.change(number, { state: 'closed' });
  }

  /** What somebody does on the forge. */
  change(number: number, change: Partial<PullRequest>): void {
    Object.assign(this.opened[number - 1], change);
  }

  remove(): void {
    rmSync(this.#mirrors, { recursive: true, force: true });
  }

  #fail(): void {
    const error = this.fails;
    this.fails = undefined;
    if (error) throw error;
  }
}
