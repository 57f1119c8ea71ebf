/**
 * From opening an address to the frame that says how a node set is: our page
 * against the standard Kubernetes tab of the same object, in turns. The portal
 * as it is built for production, a real cluster, a real browser.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  prepareDevCluster,
  seedGitOpsRepository,
} from '@monero-portal/dev-cluster';
import type { Page } from 'playwright-core';
import { launchBrowser, newPage } from '../e2e/browser';
import { openUntilShown } from '../e2e/steps';
import { startCluster } from '../src/cluster';
import { openDataFolder } from '../src/dataFolder';
import { CLUSTER_NAME, NAMESPACES, seedFiles } from '../src/gitops';
import { progressPrinter } from '../src/report';
import { ROOT, startBuiltPortal } from './builtPortal';
import { measurePaint, type PaintTimes, watchPaint } from './paintOf';

const ROUNDS = 30;
/** The first few load code into the browser's cache. */
const WARM_UP = 3;
const KUBE_NODES = 3;
/** A cluster on a busy machine, its pods, and the catalog. */
const READY_TIMEOUT_MS = 10 * 60_000;

/** The two pages of one object, and what each says of it first. */
const SAYINGS = {
  // The title of a tab.
  frame: /^TechDocs$/,
  content: { nodes: /^All 3 nodes in sync\./, kubernetes: /^3 pods$/ },
};
const TABS = ['nodes', 'kubernetes'] as const;

async function measure(page: Page, url: string) {
  await watchPaint(page, SAYINGS);
  const times: Record<(typeof TABS)[number], PaintTimes[]> = {
    nodes: [],
    kubernetes: [],
  };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const tab of TABS) {
      const paint = await measurePaint(page, `${url}/${tab}`);
      if (round >= WARM_UP) times[tab].push(paint);
    }
  }
  return times;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

function line(what: string, times: readonly number[]): string {
  const ms = (share: number) =>
    `${Math.round(quantile(times, share))} ms`.padStart(9);
  return `${what.padEnd(36)}${ms(0.5)}${ms(0.95)}${ms(1)}`;
}

async function main(): Promise<void> {
  const data = await mkdtemp(path.join(tmpdir(), 'monero-portal-paint-'));
  const own = new AbortController();
  const stops: (() => Promise<void>)[] = [
    () => rm(data, { recursive: true, force: true }),
  ];
  try {
    const folder = await openDataFolder(path.join(data, 'loop'));
    const prepared = await prepareDevCluster({
      dataDir: folder.cluster,
      nodes: KUBE_NODES,
      name: CLUSTER_NAME,
    });
    const example = path.join(ROOT, 'examples/regtest.yaml');
    await seedGitOpsRepository({
      path: folder.gitops,
      files: seedFiles(await readFile(example, 'utf8')),
    });
    const { url, backend } = await startBuiltPortal({
      data,
      cluster: { ...prepared, token: prepared.portalToken },
      gitops: { repository: folder.gitops, namespaces: NAMESPACES },
    });
    stops.push(() => backend.stop());
    const cluster = startCluster({
      ...{ root: ROOT, folder, nodes: KUBE_NODES, signal: own.signal },
      report: progressPrinter(process.stderr),
    });
    stops.push(() => cluster.stop());
    await cluster.ready;
    const browser = await launchBrowser();
    stops.push(() => browser.close());
    const page = await newPage(browser);
    const entity = `${url}/catalog/default/resource/${CLUSTER_NAME}.monero.regtest`;
    await openUntilShown(
      page,
      `${entity}/nodes`,
      page.getByText(SAYINGS.content.nodes),
      READY_TIMEOUT_MS,
    );
    const { nodes, kubernetes } = await measure(page, entity);
    console.log(
      `a node set of 3, production build, ${ROUNDS} rounds in turns, warm cache`,
    );
    const heads = ['p50', 'p95', 'max'].map(head => head.padStart(9)).join('');
    console.log(`${'address to meaningful paint'.padEnd(36)}${heads}`);
    const content = (of: PaintTimes[]) => of.map(each => each.content);
    const frames = [...nodes, ...kubernetes].map(each => each.frame);
    console.log(line('the frame of both: title and tabs', frames));
    console.log(line('our page', content(nodes)));
    console.log(line('the standard Kubernetes tab', content(kubernetes)));
    const ratio =
      quantile(content(kubernetes), 0.5) / quantile(content(nodes), 0.5);
    console.log(`the tab takes ${ratio.toFixed(2)} times as long at p50`);
  } finally {
    own.abort();
    for (const stop of stops.reverse()) await stop();
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
