/**
 * From a keystroke in the largest form to the fresh manifest beside it, painted:
 * the portal as it is built for production, in a real browser. Beside it what a
 * bare input takes on the same page. No cluster is needed: places come from the
 * configuration.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rootCertificates } from 'node:tls';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser, newPage } from '../e2e/browser';
import { startBuiltPortal } from './builtPortal';
import { measureKeystrokes, type Keystrokes } from './keystrokes';

const run = promisify(execFile);
/** More than anybody writes: the form refuses 32 KiB in all. */
const ARGUMENTS = 200;
const START_TIMEOUT_MS = 120_000;
const PAGE_TIMEOUT_MS = 10_000;

/** Opens the step "Nodes" of the form, filled in as far as forms go. */
async function openForm(page: Page, url: string): Promise<void> {
  const formData = {
    name: 'everything',
    owner: 'group:default/wallets',
    target: { cluster: 'dev', namespace: 'wallets' },
    network: 'mainnet',
    replicas: 20,
    hardAntiAffinity: true,
    diskSize: '300Gi',
    tor: true,
    i2p: true,
    args: Array.from(
      { length: ARGUMENTS },
      (_, index) => `--add-priority-node=node-${index}.example.org:18080`,
    ),
  };
  const query = new URLSearchParams({ formData: JSON.stringify(formData) });
  const next = page.getByRole('button', { name: 'Next' });
  const deadline = Date.now() + START_TIMEOUT_MS;
  // The catalog takes its time to read the templates.
  do {
    await page.goto(`${url}/create/templates/default/monero-node-set?${query}`);
    await next.waitFor({ timeout: PAGE_TIMEOUT_MS }).catch(() => undefined);
  } while (!(await next.isVisible()) && Date.now() < deadline);
  await next.click();
  await page.getByRole('region', { name: 'Manifest' }).waitFor();
}

function line(what: string, { p50, p95, max, count }: Keystrokes): string {
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10);
  return `${what.padEnd(34)}${ms(p50)}${ms(p95)}${ms(max)}   ${count}`;
}

async function main(): Promise<void> {
  const data = await mkdtemp(path.join(tmpdir(), 'monero-portal-form-'));
  const repository = path.join(data, 'gitops.git');
  await run('git', ['init', '-q', '--bare', '-b', 'main', repository]);
  const { url, backend } = await startBuiltPortal({
    data,
    // Nothing answers there, which forms do not mind.
    cluster: {
      name: 'dev',
      server: 'https://127.0.0.1:9',
      caPem: rootCertificates[0],
      token: 'none',
    },
    gitops: { repository, namespaces: ['wallets'] },
  });
  const browser = await launchBrowser();
  try {
    const page = await newPage(browser);
    await openForm(page, url);
    const disk = await measureKeystrokes(page, {
      field: page.getByRole('textbox', { name: /Disk/ }),
      freshAt: 'diskSize: ',
    });
    const bare = await measureKeystrokes(page, {
      field: await bareInput(page),
    });
    console.log(`${ARGUMENTS} arguments, 20 nodes, production build`);
    console.log(
      `${'keystroke to paint'.padEnd(34)}${'p50'.padStart(10)}${'p95'.padStart(
        10,
      )}${'max'.padStart(10)}   keystrokes`,
    );
    console.log(line('disk size, manifest fresh', disk));
    console.log(line('a bare input on that page', bare));
    console.log(
      `p95 is ${(disk.p95 / bare.p95).toFixed(1)} times the bare input's`,
    );
  } finally {
    await browser.close();
    await backend.stop();
    await rm(data, { recursive: true, force: true });
  }
}

/** What typing costs with nothing behind it. */
async function bareInput(page: Page) {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.id = 'bare';
    document.body.prepend(input);
  });
  return page.locator('#bare');
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
