import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitFixture } from '../../testing/gitFixture';
import { GitRemote } from './GitRemote';
import { GitRepository } from './GitRepository';

const PATH = 'clusters/dev/monero/web.yaml';

jest.setTimeout(60_000);

describe('GitRemote', () => {
  let forge: GitFixture;
  let dir: string;

  beforeEach(() => {
    forge = new GitFixture();
    dir = mkdtempSync(join(tmpdir(), 'monero-mirror-'));
  });

  afterEach(() => {
    forge.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  function remoteOf(url = `file://${forge.gitDir}`, protocols = 'file') {
    const repo = new GitRepository(join(dir, 'deep', 'mirror.git'));
    const remote = new GitRemote({
      ...{ repo, url, protocols, branch: 'main', prefix: 'monero' },
      authorization: async () => 'Basic c2VjcmV0OnRva2Vu',
    });
    return { repo, remote };
  }

  async function drafted() {
    const world = remoteOf();
    await world.remote.fetch();
    const commit = (content: string) =>
      world.repo.commitFiles({
        parent: forge.tip(),
        changes: [{ path: PATH, content }],
        message: 'Add web',
        author: { name: 'Mo', email: 'mo@example.com' },
        time: new Date('2026-03-01T12:00:00Z'),
      });
    return { ...world, commit };
  }

  it('mirrors the branch that is applied and those of proposals, and no other', async () => {
    await forge.push('a.yaml', 'a: 1\n');
    forge.git(['branch', 'monero/monero/web/1', 'main']);
    forge.git(['branch', 'somebody/else', 'main']);
    const { repo, remote } = remoteOf();
    await remote.fetch();
    expect(await repo.branch('main')).toBe(forge.tip());
    expect(await repo.branch('monero/monero/web/1')).toBe(forge.tip());
    expect(await repo.branch('somebody/else')).toBeUndefined();

    await forge.push('a.yaml', 'a: 2\n');
    forge.git(['branch', '-D', 'monero/monero/web/1']);
    await remote.fetch(60_000);
    expect(await repo.branch('main')).not.toBe(forge.tip());
    await Promise.all([remote.fetch(), remote.fetch()]);
    expect(await repo.branch('main')).toBe(forge.tip());
    expect(await repo.branch('monero/monero/web/1')).toBeUndefined();
  });

  it('follows a branch that was rewritten', async () => {
    await forge.push('a.yaml', 'a: 1\n');
    const { repo, remote } = remoteOf();
    await remote.fetch();
    forge.git(['update-ref', 'refs/heads/main', 'main~1']);
    await forge.push('a.yaml', 'a: 3\n');
    await remote.fetch();
    expect(await repo.branch('main')).toBe(forge.tip());
  });

  it('pushes a new branch, and the same commit again without a fuss', async () => {
    const { remote, repo, commit } = await drafted();
    const head = await commit('a: 1\n');
    await remote.push('monero/x', head);
    expect(forge.tip('monero/x')).toBe(head);
    expect(await repo.branch('monero/x')).toBe(head);
    await remote.push('monero/x', head);
    expect(forge.tip('monero/x')).toBe(head);
  });

  it('never moves a branch that holds something else', async () => {
    const { remote, commit } = await drafted();
    const theirs = await commit('a: 1\n');
    await remote.push('monero/x', theirs);
    await expect(
      remote.push('monero/x', await commit('a: 2\n')),
    ).rejects.toMatchObject({ name: 'GitError', code: 'Exists' });
    expect(forge.tip('monero/x')).toBe(theirs);
  });

  it('says what a protected branch takes', async () => {
    const { remote, commit } = await drafted();
    const hook = join(forge.gitDir, 'hooks', 'pre-receive');
    const words =
      'GitLab: You are not allowed to push code to protected branches on this project.';
    writeFileSync(hook, `#!/bin/sh\necho "${words}" >&2\nexit 1\n`, {
      mode: 0o755,
    });
    await expect(
      remote.push('monero/x', await commit('a: 1\n')),
    ).rejects.toMatchObject({
      code: 'Forbidden',
      message: expect.stringMatching(
        /^The forge protects branch monero\/x: .*must let the portal's account create branches.*remote: GitLab: You are not allowed/s,
      ),
    });
  });

  it.each([
    ['ext::sh -c "touch /tmp/never"', 'https:http'],
    ['ssh://git@127.0.0.1/x.git', 'https:http'],
    ['file:///etc', 'https:http'],
  ])('does not speak to %s', async (url, protocols) => {
    const { remote } = remoteOf(url, protocols);
    await expect(remote.fetch()).rejects.toThrow(/transport .* not allowed/);
  });

  describe('by http', () => {
    async function server(
      answer: (path: string) => [status: number, headers?: object],
    ) {
      const seen: { url?: string; authorization?: string }[] = [];
      const listening = createServer((req, res) => {
        const { url = '', headers } = req;
        seen.push({ url, authorization: headers.authorization });
        const [status, extra = {}] = answer(url);
        res.writeHead(status, { ...extra }).end();
      });
      await new Promise<void>(done => listening.listen(0, '127.0.0.1', done));
      const { port } = listening.address() as AddressInfo;
      return {
        seen,
        url: `http://127.0.0.1:${port}/acme/gitops.git`,
        close: () => new Promise(done => listening.close(done)),
      };
    }

    it('shows its token to the forge alone, and never in a message', async () => {
      const elsewhere = await server(() => [200]);
      const host = await server(path => [
        302,
        { location: `${elsewhere.url}${path}` },
      ]);
      const { remote } = remoteOf(host.url, 'http');
      const error = await remote.fetch().catch(reason => reason);
      expect(host.seen[0].authorization).toBe('Basic c2VjcmV0OnRva2Vu');
      expect(elsewhere.seen).toEqual([]);
      expect(error).toMatchObject({ name: 'GitError' });
      expect(String(error)).not.toMatch(/c2VjcmV0|token/);
      await Promise.all([host.close(), elsewhere.close()]);
    });

    it('names the right that a token lacks', async () => {
      const { commit } = await drafted();
      const head = await commit('a: 1\n');
      const host = await server(() => [403]);
      const { remote } = remoteOf(host.url, 'http');
      await expect(remote.push('monero/x', head)).rejects.toMatchObject({
        code: 'Forbidden',
        message: expect.stringContaining('GitLab write_repository'),
      });
      await host.close();
    });
  });
});
