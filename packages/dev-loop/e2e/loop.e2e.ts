import {
  createKubeClient,
  type KubeClient,
  targetFromKubeconfig,
} from '@monero-portal/kube-client';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPage, picture } from './browser';
import { loopEnvironment } from './environment';
import { kubectl } from './kubectl';
import { mine } from './mine';
import { removeFromGit } from './removeFromGit';
import {
  choose,
  fillInWhere,
  merge,
  openTemplate,
  propose,
  seen,
  stepDone,
} from './steps';

const NAMESPACE = 'wallets';
const NAME = 'browser-made';
const REPLICAS = 2;
const BLOCKS = 3;
/** Applied, reconciled, started, synchronized: seconds on an idle machine. */
const IN_SYNC_TIMEOUT_MS = 240_000;
const REMOVED_TIMEOUT_MS = 180_000;

const loop = loopEnvironment();

/** The rows of the nodes table, one text each. */
function nodeRows(page: Page) {
  return page
    .getByRole('grid', { name: 'Nodes' })
    .getByRole('row')
    .filter({ hasText: NAME });
}

/** Each test is a step of one walk; they run in order on one page. */
describe('the loop, as a user walks it', () => {
  let client: KubeClient;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    client = createKubeClient(targetFromKubeconfig(loop.kubeconfig), {
      userAgent: 'loop-e2e',
    });
    browser = await launchBrowser();
    page = await newPage(browser);
  });
  afterEach(() => picture(page, expect.getState().currentTestName ?? 'page'));
  afterAll(async () => {
    await browser?.close();
    await removeFromGit(loop, client, { namespace: NAMESPACE, names: [NAME] });
    await client.close();
  }, REMOVED_TIMEOUT_MS);

  it('begins with a form that says beside the field why a name is bad', async () => {
    await openTemplate(page, loop.portalUrl, 'Monero node set');
    await page.getByRole('textbox', { name: 'Name' }).fill('Bad_Name');
    expect(await seen(page, /'Bad_Name' cannot name a node set/)).toContain(
      'use lower-case letters',
    );
  });

  it('goes on to the nodes when the place is chosen', async () => {
    await fillInWhere(page, { name: NAME, namespace: NAMESPACE });
    await choose(page, /Network/, /^regtest/);
    const replicas = page.getByRole('textbox', { name: 'Nodes' });
    await replicas.fill(String(REPLICAS));
    await replicas.blur();
    expect(await seen(page, `${REPLICAS} pods, on different`)).toContain(
      'where possible',
    );
  });

  it('refuses an argument that the operator owns, with the reason', async () => {
    const args = page.getByRole('combobox', { name: 'monerod arguments' });
    await args.fill('--data-dir=/mnt/xmr');
    expect(await seen(page, /--data-dir is set by the operator/)).toContain(
      "the chain lives on the node's own volume",
    );
    await args.fill('--out-peers=8');
    await args.press('Enter');
    await args.press('Tab');
  });

  it('shows the manifest as it will be written', async () => {
    const manifest = await page
      .getByRole('region', { name: 'Manifest' })
      .innerText();
    expect(manifest).toContain('kind: MoneroNodeSet');
    expect(manifest).toContain(`replicas: ${REPLICAS}`);
    expect(manifest).toContain('network: regtest');
    expect(manifest).toContain('- --out-peers=8');
  });

  it('proposes the change and shows its diff; nothing is applied yet', async () => {
    await page.getByRole('button', { name: 'Next' }).click();
    await seen(page, 'The cluster will accept this manifest.');
    await propose(page);
    const diff = page.getByRole('region', { name: /^Diff of/ });
    expect(await diff.innerText()).toContain('kind: MoneroNodeSet');
    expect(
      await kubectl(loop, [
        'get',
        'moneronodesets',
        '-n',
        NAMESPACE,
        '-o=name',
      ]),
    ).not.toContain(NAME);
  });

  it('merges after a question, and follows the change until it is in sync', async () => {
    await merge(page);
    const last = page.getByRole('listitem').filter({ hasText: 'In sync' });
    await last
      .filter({ hasText: 'done' })
      .waitFor({ timeout: IN_SYNC_TIMEOUT_MS });
    expect(await last.innerText()).toMatch(/took \d+ s/);
  });

  it('finds the node set in the catalog, with every node in sync', async () => {
    await page.getByRole('link', { name: `Open ${NAME}` }).click();
    await seen(page, /nodes in sync\. Wallets are served\./);
    expect(await nodeRows(page).allInnerTexts()).toEqual(
      Array.from({ length: REPLICAS }, () =>
        expect.stringContaining('In sync'),
      ),
    );
  });

  it('shows the height of every node as blocks are mined', async () => {
    const height = await mine(
      loop,
      { namespace: NAMESPACE, name: `${NAME}-0` },
      BLOCKS,
    );
    expect(height).toBe(1 + BLOCKS);
    await nodeRows(page)
      .filter({ has: page.getByText(String(height), { exact: true }) })
      .nth(REPLICAS - 1)
      .waitFor();
  });

  it('scales it by a form that is filled in from Git and changes one line', async () => {
    await page.getByText('Scale', { exact: true }).click();
    const replicas = page.getByRole('textbox', { name: 'How many' });
    await replicas.fill(String(REPLICAS + 1));
    await replicas.blur();
    await propose(page);
    await seen(page, `Scale ${NAME} from ${REPLICAS} to ${REPLICAS + 1}`);
    const changed = await page
      .getByRole('region', { name: /^Diff of/ })
      .locator('[data-kind=added]')
      .allInnerTexts();
    expect(changed).toEqual([
      expect.stringContaining('utxo.com.br/proposal'),
      expect.stringContaining(`replicas: ${REPLICAS + 1}`),
    ]);
    await merge(page);
    await stepDone(page, 'In sync', IN_SYNC_TIMEOUT_MS);
  });
});
