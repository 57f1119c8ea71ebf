import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitRepository } from '../services/git';

/** A real bare repository in a temporary directory, with one commit on main. */
export class GitFixture {
  readonly gitDir = mkdtempSync(join(tmpdir(), 'monero-gitops-'));
  readonly repo = new GitRepository(this.gitDir);

  constructor() {
    execFileSync('git', ['init', '-q', '--bare', '-b', 'main', this.gitDir]);
    const tree = this.git(['mktree'], '');
    const root = this.git(['commit-tree', tree, '-m', 'Begin']);
    this.git(['update-ref', 'refs/heads/main', root]);
  }

  /** Runs git in the repository. @returns what it printed */
  git(args: string[], input?: string): string {
    return this.#run(args, input).trim();
  }

  #run(args: string[], input?: string): string {
    return execFileSync('git', ['--git-dir', this.gitDir, ...args], {
      input,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: 'Somebody',
        GIT_AUTHOR_EMAIL: 'somebody@example.com',
        GIT_COMMITTER_NAME: 'Somebody',
        GIT_COMMITTER_EMAIL: 'somebody@example.com',
      },
    });
  }

  /** The commit that a branch is at. */
  tip(branch = 'main'): string {
    return this.git(['rev-parse', `refs/heads/${branch}`]);
  }

  /** A file as it is on a branch. */
  show(path: string, branch = 'main'): string {
    return this.#run(['show', `${branch}:${path}`]);
  }

  /** Commits a file to a branch, as somebody with git would. */
  async push(
    path: string,
    content: string | undefined,
    branch = 'main',
  ): Promise<string> {
    const parent = this.tip(branch);
    const commit = await this.repo.commitFiles({
      parent,
      changes: [{ path, content }],
      message: 'By hand',
      author: { name: 'Somebody', email: 'somebody@example.com' },
      time: new Date(),
    });
    await this.repo.moveBranch(branch, parent, commit);
    return commit;
  }

  remove(): void {
    rmSync(this.gitDir, { recursive: true, force: true });
  }
}
