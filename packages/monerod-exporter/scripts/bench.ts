import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import {
  findMonerod,
  freePorts,
  startRegtestNode,
} from 'monerod-client/testing';

/**
 * Measures the exporter as it is shipped (one bundle, one process) against a
 * real monerod: time of a scrape and of a probe, memory. Sets no threshold.
 */

const WARM_UP = 50;
const ROUNDS = 500;

async function startExporter(folder: string, daemonUrl: string) {
  const bundle = join(folder, 'exporter.cjs');
  await build({
    entryPoints: [join(__dirname, '..', 'bin', 'monerod-exporter.js')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    logLevel: 'warning',
  });
  const child = spawn(
    process.execPath,
    [bundle, `--daemon-url=${daemonUrl}`, '--listen=127.0.0.1:0'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  child.stdout.resume();
  return { child, url: String(line).replace(/^.* on /, '') };
}

async function measure(url: string): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const startedAt = performance.now();
    await (await fetch(url)).text();
    if (round >= WARM_UP) {
      times.push(performance.now() - startedAt);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * ROUNDS)].toFixed(1);
  return `p50 ${at(0.5)} ms   p99 ${at(0.99)} ms`;
}

async function memoryOf(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kibibytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
  return `${(kibibytes / 1024).toFixed(0)} MiB`;
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'monerod-exporter-bench-'));
  const [p2p, rpc, restrictedRpc] = await freePorts(3);
  const node = await startRegtestNode({
    binary: await findMonerod(),
    dataDir: join(folder, 'node'),
    ports: { p2p, rpc, restrictedRpc },
    peers: [],
  });
  const { child, url } = await startExporter(folder, node.url);
  const pid = child.pid as number;
  try {
    const atRest = await memoryOf(pid);
    const scrape = await measure(`${url}/metrics`);
    const probe = await measure(`${url}/readyz`);
    process.stdout.write(
      [
        `monerod   ${(await node.client.getInfo()).version}`,
        `/metrics  ${scrape}   (${ROUNDS} one after the other)`,
        `/readyz   ${probe}`,
        `memory    ${atRest} at first, ${await memoryOf(pid)} after`,
        '',
      ].join('\n'),
    );
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
    await node.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
