import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPage, picture } from './browser';
import { loopEnvironment } from './environment';
import { kubectl } from './kubectl';
import { mine } from './mine';

const NAMESPACE = 'wallets';
const NAME = 'browser-made';
const REPLICAS = 2;
const BLOCKS = 3;
/** Applied, reconciled, started, synchronized: seconds on an idle machine. */
const IN_SYNC_TIMEOUT_MS = 240_000;

const loop = loopEnvironment();

async function choose(page: Page, field: RegExp, option: RegExp) {
  await page.getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Waits until a text can be read on the page, and returns it. */
async function seen(page: Page, text: string | RegExp): Promise<string> {
  const element = page.getByText(text).first();
  await element.waitFor();
  return element.innerText();
}

/** The innermost box that holds a template's title and its button. */
function templateCard(page: Page, title: string) {
  return page
    .locator('div')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
    .filter({ has: page.getByRole('button', { name: 'Choose' }) })
    .last();
}

/** The rows of the nodes table, one text each. */
function nodeRows(page: Page) {
  return page
    .getByRole('grid', { name: 'Nodes' })
    .getByRole('row')
    .filter({ hasText: NAME });
}

/** Each test is a step of one walk; they run in order on one page. */
describe('the loop, as a user walks it', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await newPage(browser);
  });
  afterEach(() => picture(page, expect.getState().currentTestName ?? 'page'));
  afterAll(() => browser.close());

  it('begins with a form that says beside the field why a name is bad', async () => {
    await page.goto(loop.portalUrl);
    await page.getByRole('link', { name: 'Create' }).first().click();
    await templateCard(page, 'Monero node set')
      .getByRole('button', { name: 'Choose' })
      .click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Bad_Name');
    expect(await seen(page, /'Bad_Name' cannot name a node set/)).toContain(
      'use lower-case letters',
    );
  });

  it('goes on to the nodes when the place is chosen', async () => {
    await page.getByRole('textbox', { name: 'Name' }).fill(NAME);
    await choose(page, /Owner/, /Wallet team/);
    await choose(page, /Cluster/, /dev/);
    await choose(page, /Namespace/, new RegExp(NAMESPACE));
    await page.getByRole('button', { name: 'Next' }).click();
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
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('button', { name: 'Propose' }).click();
    await page.getByRole('link', { name: /See the proposal/ }).click();
    const diff = page.getByRole('region', { name: /^Diff of/ });
    await diff.waitFor();
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
    await page.getByRole('button', { name: 'Merge' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Merge' })
      .click();
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
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('button', { name: 'Propose' }).click();
    await page.getByRole('link', { name: /See the proposal/ }).click();
    await seen(page, `Scale ${NAME} from ${REPLICAS} to ${REPLICAS + 1}`);
    const changed = await page
      .getByRole('region', { name: /^Diff of/ })
      .locator('[data-kind=added]')
      .allInnerTexts();
    expect(changed).toEqual([
      expect.stringContaining('utxo.com.br/proposal'),
      expect.stringContaining(`replicas: ${REPLICAS + 1}`),
    ]);
    await page.getByRole('button', { name: 'Merge' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Merge' })
      .click();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'In sync' })
      .filter({ hasText: 'done' })
      .waitFor({ timeout: IN_SYNC_TIMEOUT_MS });
  });
});
