import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { remains, temporaryDataDir, waitFor } from './support';

const CLI = join(__dirname, '..', 'src', 'cli');

function runCli(file: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(
    process.execPath,
    ['--import', require.resolve('tsx'), join(CLI, file), ...args],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  );
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text;
    });
  }
  return { child, output, exited: once(child, 'exit') };
}

describe('the command line', () => {
  let data: Awaited<ReturnType<typeof temporaryDataDir>>;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    data = await temporaryDataDir();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await waitFor('the end', async () => {
      return (await remains(data.dataDir)).length === 0;
    });
    await data.remove();
  });

  const startCluster = (...args: string[]) => {
    const run = runCli('cluster.ts', [
      ...['--data', data.dataDir, '--nodes', '1', '--no-images'],
      ...args,
    ]);
    children.push(run.child);
    return run;
  };

  it('runs a cluster, answers kubectl, and SIGTERM ends it without a trace', async () => {
    const { child, output, exited } = startCluster();
    await waitFor('the cluster', async () =>
      output.stdout.includes('export KUBECONFIG='),
    );
    const kubectl = runCli('kubectl.ts', ['get', 'nodes', '--output=name'], {
      MONERO_DEV_CLUSTER_DATA: data.dataDir,
    });
    expect(await kubectl.exited).toEqual([0, null]);
    expect(kubectl.output.stdout).toBe('node/node-0\n');

    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    expect(await remains(data.dataDir)).toEqual([]);
  });

  it('leaves no trace when it is killed', async () => {
    const { child, output } = startCluster();
    await waitFor('the cluster', async () =>
      output.stdout.includes('export KUBECONFIG='),
    );
    expect(await remains(data.dataDir)).not.toEqual([]);
    child.kill('SIGKILL');
    await waitFor(
      'the end',
      async () => (await remains(data.dataDir)).length === 0,
      10_000,
    );
  });

  it('ends at once when interrupted during the start', async () => {
    const { child, output, exited } = startCluster();
    await waitFor('the start', async () => output.stderr.includes('control'));
    child.kill('SIGINT');
    expect(await exited).toEqual([0, null]);
    expect(await remains(data.dataDir)).toEqual([]);
  });

  it('says in one line that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { output, exited } = startCluster('--api-port', String(port));
    expect(await exited).toEqual([1, null]);
    expect(output.stderr.trim().split('\n').at(-1)).toBe(
      `Port ${port} of 127.0.0.1 is used by another program. End that program, or give another port (apiPort, --api-port).`,
    );
    other.close();
  });

  it.each([
    ['kubectl.ts', ['get', 'pods'], /^No cluster runs on .*npm run cluster/],
    [
      'cluster.ts',
      ['--nodes', 'many'],
      /^--nodes: "many" is not a whole number/,
    ],
    ['cluster.ts', ['--nodes', '12'], /^nodes: 12 is not possible/],
    ['cluster.ts', ['--colour'], /^Unknown option '--colour'/],
  ])('%s %j fails with one message', async (file, args, message) => {
    const { output, exited } = runCli(file, args, {
      MONERO_DEV_CLUSTER_DATA: data.dataDir,
    });
    expect(await exited).toEqual([1, null]);
    expect(output.stderr.trim()).toMatch(message);
    expect(output.stderr).not.toContain('    at ');
  });
});
