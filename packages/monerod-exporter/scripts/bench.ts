import { ChildProcess, spawn } from 'node:child_process';
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
  THROWAWAY_ADDRESS,
} from 'monerod-client/testing';
import { FAULTS, faultyDaemon } from '../src/__testUtils__/faultyDaemon';
import { seriesOf } from '../src/__testUtils__/series';

/**
 * Measures the exporter as it is shipped (one bundle, one process, the flags of
 * the image) against a real monerod, then against bad ones: time of a scrape and
 * of a probe, memory. Sets no threshold.
 *
 * Usage: tsx scripts/bench.ts [SCRAPES]
 */

/** As in operator/Containerfile. */
const NODE_FLAGS = [
  '--max-old-space-size=96',
  '--max-semi-space-size=1',
  '--no-opt',
  '--max-lazy',
  '--single-threaded-gc',
  '--v8-pool-size=0',
];

const SCRAPES = Number(process.argv[2] ?? 10_000);
const PROBES = 500;
const TIMED = 500;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function makeBundle(folder: string): Promise<string> {
  const bundle = join(folder, 'exporter.cjs');
  await build({
    entryPoints: [join(__dirname, '..', 'bin', 'monerod-exporter.js')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    logLevel: 'warning',
  });
  return bundle;
}

async function startExporter(bundle: string, daemonUrl: string) {
  const child = spawn(
    process.execPath,
    [
      ...NODE_FLAGS,
      bundle,
      `--daemon-url=${daemonUrl}`,
      '--listen=127.0.0.1:0',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  child.stdout.resume();
  return { child, url: String(line).replace(/^.* on /, '') };
}

async function memoryOf({ pid }: ChildProcess, what = 'VmRSS') {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const found = new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(status)?.[1];
  return `${(Number(found) / 1024).toFixed(1)} MiB`;
}

async function times(url: string, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const startedAt = performance.now();
    await (await fetch(url)).text();
    found.push(performance.now() - startedAt);
  }
  return found.sort((a, b) => a - b);
}

function quantiles(sorted: readonly number[]): string {
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return `p50 ${at(0.5).toFixed(1)} ms   p99 ${at(0.99).toFixed(1)} ms`;
}

/** A scrape beside the times that its calls took by themselves. */
async function againstItsCalls(url: string): Promise<string> {
  const found: { scrape: number; sum: number; max: number }[] = [];
  for (let round = 0; round < TIMED; round += 1) {
    const startedAt = performance.now();
    const series = seriesOf(await (await fetch(`${url}/metrics`)).text());
    const scrape = performance.now() - startedAt;
    const calls = Object.entries(series)
      .filter(([name]) => name.startsWith('monero_exporter_rpc_duration'))
      .map(([, seconds]) => Number(seconds) * 1000);
    found.push({
      scrape,
      sum: calls.reduce((all, each) => all + each, 0),
      max: Math.max(...calls),
    });
  }
  const median = (of: keyof (typeof found)[0]) =>
    found.map(each => each[of]).sort((a, b) => a - b)[found.length >> 1];
  const [scrape, sum, max] = [median('scrape'), median('sum'), median('max')];
  return `scrape ${scrape.toFixed(1)} ms = ${(scrape / max).toFixed(
    2,
  )} of its slowest call (${max.toFixed(1)} ms), ${(scrape / sum).toFixed(
    2,
  )} of the sum of its calls (${sum.toFixed(1)} ms); medians of ${TIMED}`;
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function againstMonerod(folder: string, bundle: string): Promise<void> {
  const [p2p, rpc, restrictedRpc] = await freePorts(3);
  const node = await startRegtestNode({
    binary: await findMonerod(),
    dataDir: join(folder, 'node'),
    ports: { p2p, rpc, restrictedRpc },
    peers: [],
  });
  const { child, url } = await startExporter(bundle, node.url);
  try {
    await node.client.generateBlocks({
      blocks: 2,
      walletAddress: THROWAWAY_ADDRESS,
    });
    const atRest = await memoryOf(child);
    await times(`${url}/metrics`, 50);
    say(`monerod   ${(await node.client.getInfo()).version}`);
    say(`calls     ${await againstItsCalls(url)}`);
    const scrapes = await times(`${url}/metrics`, SCRAPES);
    say(`/metrics  ${quantiles(scrapes)}   (${SCRAPES} one after the other)`);
    say(`/readyz   ${quantiles(await times(`${url}/readyz`, PROBES))}`);
    say(
      `memory    ${atRest} at rest, ${await memoryOf(
        child,
      )} after, ${await memoryOf(child, 'VmHWM')} at most`,
    );
  } finally {
    await stop(child);
    await node.stop();
  }
}

async function againstFaults(bundle: string): Promise<void> {
  for (const fault of FAULTS) {
    const daemon = await faultyDaemon(fault);
    const { child, url } = await startExporter(bundle, daemon.url);
    try {
      const [first] = await times(`${url}/metrics`, 1);
      // one that waits for its deadline waits for it each time
      const scrapes = await times(`${url}/metrics`, first > 1_000 ? 2 : 200);
      say(
        `a daemon that ${fault}: ${quantiles(scrapes)}, ${await memoryOf(
          child,
          'VmHWM',
        )} at most`,
      );
    } finally {
      await stop(child);
      await daemon.stop();
    }
  }
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'monerod-exporter-bench-'));
  try {
    const bundle = await makeBundle(folder);
    await againstMonerod(folder, bundle);
    await againstFaults(bundle);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
