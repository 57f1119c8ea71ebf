import {
  chmod,
  mkdtemp,
  readFile,
  rm,
  utimes,
  writeFile,
  readdir,
  mkdir,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProgress } from '../progress';
import type { ProgressEvent } from '../types';
import { buildBinaries, buildTool } from './buildBinaries';

/** A Go compiler that writes small files and notes what it was asked for. */
const FAKE_GO = `#!/bin/sh
[ "$1" = env ] && { echo "\${FAKE_VERSION:-go1.26.0}"; exit; }
module=$(basename "$PWD")
echo "$module" >> "$CALLS"
while [ "$1" != -o ]; do shift; done
[ "$module" = "$FAIL" ] && { echo "$FAIL_MESSAGE" >&2; exit 1; }
echo "k8s.io/api/core/v1" >&2
case "$module" in
  kubernetes) names="server kube-apiserver kube-controller-manager kube-scheduler kube-proxy kubelet kubectl";;
  containerd) names="containerd containerd-shim-runc-v2 ctr";;
  *) names="$module";;
esac
for name in $names; do echo "$name" > "$2$name"; done
`;

const ALL = ['pause', 'kubernetes', 'containerd', 'coredns', 'metrics-server'];

describe('buildBinaries', () => {
  let dir: string;
  let env: NodeJS.ProcessEnv;
  let events: ProgressEvent[];
  const cache = () => join(dir, 'cache');
  const options = (extra: NodeJS.ProcessEnv = {}) => ({
    progress: createProgress(event => events.push(event)),
    signal: new AbortController().signal,
    cache: cache(),
    env: { ...env, ...extra },
  });
  const build = (extra?: NodeJS.ProcessEnv) => buildBinaries(options(extra));
  const calls = async () =>
    (await readFile(join(dir, 'calls'), 'utf8')).trim().split('\n');

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'build-'));
    await writeFile(join(dir, 'go'), FAKE_GO);
    await chmod(join(dir, 'go'), 0o755);
    await writeFile(join(dir, 'calls'), '');
    const PATH = `${dir}:${process.env.PATH}`;
    env = { PATH, CALLS: join(dir, 'calls') };
    events = [];
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('builds every program, once', async () => {
    const { binDir, pauseImage } = await build();
    expect(await calls()).toEqual(ALL);
    expect(await readdir(binDir)).toEqual(
      expect.arrayContaining(['etcd', 'kubelet', 'kubectl', 'ctr', 'coredns']),
    );
    expect((await readFile(pauseImage)).length).toBeGreaterThan(0);

    events = [];
    await build();
    expect(await calls()).toEqual(ALL);
    expect(events).toEqual([]);
  });

  it('says what it does, and for how long', async () => {
    await build();
    expect(events[0]).toMatchObject({ state: 'started' });
    expect(events.at(-1)).toMatchObject({ state: 'done' });
    const details = events.map(({ detail }) => detail ?? '').join('\n');
    expect(details).toMatch(
      /Kubernetes [\d.]+ \(2 of 5\): 1 packages compiled \(k8s.io\/api\/core\/v1\)/,
    );
  });

  it('builds a tool beside them, once, when it is asked for', async () => {
    const helm = await buildTool('helm', options());
    expect(await calls()).toEqual(['helm']);
    expect(await readFile(helm, 'utf8')).toBe('helm\n');
    expect(events[0].step).toMatch(/^Build Helm \d+\.\d+\.\d+ \(once\)$/);
    expect(await buildTool('helm', options())).toBe(helm);
    await build();
    expect(await calls()).toEqual(['helm', ...ALL]);
  });

  it('builds again what was damaged, and only that', async () => {
    const { binDir } = await build();
    await writeFile(join(binDir, 'ctr'), 'damaged');
    await build();
    expect(await calls()).toEqual([...ALL, 'containerd']);
    expect(await readFile(join(binDir, 'ctr'), 'utf8')).toBe('ctr\n');
  });

  it('goes on after a failure where it was', async () => {
    const failing = build({ FAIL: 'containerd', FAIL_MESSAGE: 'syntax error' });
    await expect(failing).rejects.toMatchObject({
      code: 'BuildFailed',
      message: expect.stringMatching(/^containerd [\d.]+ .*\nsyntax error$/s),
    });
    await build();
    expect(await calls()).toEqual([...ALL.slice(0, 3), ...ALL.slice(2)]);
  });

  it('builds once when asked twice at the same time', async () => {
    const [first, second] = await Promise.all([build(), build()]);
    expect(second).toEqual(first);
    expect(await calls()).toEqual(ALL);
    expect(events.map(({ detail }) => detail)).toContain(
      `waiting for the build of process ${process.pid}`,
    );
  });

  it('names a full disk', async () => {
    const message = 'write /x.a: no space left on device';
    await expect(
      build({ FAIL: 'pause', FAIL_MESSAGE: message }),
    ).rejects.toMatchObject({ code: 'DiskFull' });
  });

  it('asks for a newer Go', async () => {
    await expect(build({ FAKE_VERSION: 'go1.19.8' })).rejects.toMatchObject({
      code: 'NoGo',
      message: expect.stringContaining('go1.19.8 is too old'),
    });
  });

  it('removes builds that nobody used for long', async () => {
    const [old, recent] = ['old', 'recent'].map(name => join(cache(), name));
    await mkdir(old, { recursive: true });
    await mkdir(recent);
    await utimes(old, new Date(0), new Date(0));
    await build();
    const left = await readdir(cache());
    expect(left).toContain('recent');
    expect(left).not.toContain('old');
  });
});
