import {
  createKubeClient,
  type KubeClient,
  targetFromKubeconfig,
} from '@monero-portal/kube-client';
import {
  GROUP,
  MINING_NODE_SET,
  NETWORK as NETWORK_KIND,
  NODE_SET,
  VERSION,
} from '@monero-portal/monero-api';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPage, picture } from './browser';
import { loopEnvironment } from './environment';
import { ADDRESS } from './mine';
import { namesOf } from './names';
import { removeFromGit } from './removeFromGit';
import {
  fillInWhere,
  merge,
  openChangeForm,
  openTemplate,
  openUntilShown,
  propose,
  seen,
  stepDone,
} from './steps';

const NAMESPACE = 'wallets';
/** Names of their own, so that a run that failed is not in the way of the next. */
const RUN = Date.now().toString(36);
const NETWORK = `net-${RUN}`;
const MINERS = `miners-${RUN}`;
const MEMBERS = 3;
/** Applied, reconciled, started, in sync or mining. */
const RUNNING_TIMEOUT_MS = 240_000;
const REMOVED_TIMEOUT_MS = 180_000;
/** The index of the development portal is made every half minute. */
const SEARCHED_TIMEOUT_MS = 90_000;

const loop = loopEnvironment();

const resourceOf = ({ plural }: { plural: string }) => ({
  ...{ group: GROUP, version: VERSION, plural },
});

/** By its whole text: names of accordions run on without spaces. */
const button = (page: Page, text: string) =>
  page
    .getByRole('button')
    .filter({ hasText: new RegExp(text) })
    .first();

/** Each test is a step of one walk; they run in order on one page. */
describe('a network and its miners, by form', () => {
  let client: KubeClient;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    client = createKubeClient(targetFromKubeconfig(loop.kubeconfig), {
      userAgent: 'kinds-e2e',
    });
    browser = await launchBrowser();
    page = await newPage(browser);
  });
  afterEach(() => picture(page, expect.getState().currentTestName ?? 'page'));
  afterAll(async () => {
    await browser?.close();
    await removeFromGit(loop, client, {
      ...{ namespace: NAMESPACE, names: [MINERS, NETWORK] },
    });
    await client.close();
  }, REMOVED_TIMEOUT_MS);

  const names = (kind: { plural: string }) =>
    namesOf(client, resourceOf(kind), NAMESPACE);

  it('says what a network of twenty costs, and becomes one of three', async () => {
    await openTemplate(page, loop.portalUrl, 'Monero network');
    await fillInWhere(page, { name: NETWORK, namespace: NAMESPACE });
    const members = page.getByRole('textbox', { name: 'Members' });
    await members.fill('20');
    await members.blur();
    await seen(page, /Needs 20 × 1 GiB of disk and about 5 GiB of memory/);
    await seen(page, '190: each member with the 19 others');
    await members.fill(String(MEMBERS));
    await members.blur();
    const args = page.getByRole('combobox', { name: 'monerod arguments' });
    await args.fill('--add-peer=10.0.0.1:18080');
    await seen(page, /--add-peer is set by the network/);
    await args.fill('--fixed-difficulty=100');
    await args.press('Enter');
    await page.getByRole('button', { name: 'Next' }).click();
    await seen(page, 'The cluster will accept this manifest.');
    await propose(page);
    await merge(page);
    await stepDone(page, 'In sync', RUNNING_TIMEOUT_MS);
    expect(await names(NODE_SET)).toEqual(
      expect.arrayContaining([`${NETWORK}-0`, `${NETWORK}-${MEMBERS - 1}`]),
    );
  });

  it('says of a name that is taken where it is changed, in a form filled in from Git', async () => {
    await openTemplate(page, loop.portalUrl, 'Monero network');
    await page.getByRole('textbox', { name: 'Name' }).fill(NETWORK);
    await page.getByRole('button', { name: /Namespace/ }).click();
    await page.getByRole('option', { name: NAMESPACE }).click();
    await page.getByRole('link', { name: `Change ${NETWORK} instead` }).click();
    const members = page.getByRole('textbox', { name: 'Members' });
    expect(await members.inputValue()).toBe(String(MEMBERS));
    await seen(page, '--fixed-difficulty=100');
    expect(page.url()).toContain('/monero-network-change');
  });

  it('lets miners work for a member, paid to an address that was checked', async () => {
    await openTemplate(page, loop.portalUrl, 'Monero miners');
    await fillInWhere(page, { name: MINERS, namespace: NAMESPACE });
    await page.getByText(/^Solo, for nodes of yours/).click();
    await page.getByRole('combobox', { name: 'Node set' }).fill(`${NETWORK}-0`);
    const wallet = page.getByRole('textbox', { name: 'Wallet address' });
    await wallet.fill(`${ADDRESS.slice(0, 20)}Q${ADDRESS.slice(21)}`);
    await seen(page, /character 21 should probably be/);
    await wallet.fill(ADDRESS);
    await seen(page, /A primary address of mainnet, checksum correct/);
    const args = page.getByRole('combobox', { name: 'xmrig arguments' });
    await args.fill('--randomx-mode=light --threads=1');
    await args.press('Enter');
    await page.getByRole('button', { name: 'Next' }).click();
    await seen(page, 'The cluster will accept this manifest.');
    await propose(page);
    expect(await names(MINING_NODE_SET)).not.toContain(MINERS);
    await merge(page);
    await stepDone(page, 'Mining', RUNNING_TIMEOUT_MS);
    expect(await names(MINING_NODE_SET)).toContain(MINERS);
  });

  it.each([
    ['a network', `${NETWORK}.network`, NETWORK_KIND.kind, NETWORK, MEMBERS],
    ['a node set', `${NETWORK}-0`, NODE_SET.kind, `${NETWORK}-0`, 1],
    ['miners', `${MINERS}.miners`, MINING_NODE_SET.kind, MINERS, 1],
  ])(
    'shows %s on the standard Kubernetes tab: pods, what runs them, and itself',
    async (_, entity, kind, name, pods) => {
      await page.goto(
        `${loop.portalUrl}/catalog/default/resource/dev.${NAMESPACE}.${entity}/kubernetes`,
      );
      await seen(page, new RegExp(`^${pods} pods?$`));
      await button(page, '^dev.*pod').click();
      await button(page, `^${name}.*${kind}`).waitFor();
      const statefulSet = kind === NETWORK_KIND.kind ? `${NETWORK}-0` : name;
      await button(page, `^${statefulSet}.*Stateful.* pods?`).click();
      const pod = page.getByText(`${statefulSet}-0`, { exact: true });
      await pod.first().waitFor();
      // Whatever the account may not read is told in a list of errors.
      expect(await page.getByText(/problem retrieving/).count()).toBe(0);
    },
  );

  it('finds them in the search, each with how it is', async () => {
    const search = `${loop.portalUrl}/search?query=${RUN}&types%5B%5D=monero`;
    for (const name of [NETWORK, `${NETWORK}-0`, MINERS]) {
      const facts = page.getByRole('list', {
        ...{ name: `About ${name}`, exact: true },
      });
      await openUntilShown(page, search, facts, SEARCHED_TIMEOUT_MS);
      expect(await facts.innerText()).toContain(`dev / ${NAMESPACE}`);
    }
  });

  it('scales the miners by a form that changes one line', async () => {
    await openChangeForm(page, loop.portalUrl, 'monero-scale', {
      namespace: NAMESPACE,
      kind: MINING_NODE_SET.kind,
      name: MINERS,
    });
    const replicas = page.getByRole('textbox', { name: 'How many' });
    await replicas.fill('2');
    await replicas.blur();
    await propose(page);
    await seen(page, `Scale ${MINERS} from 1 to 2`);
    const changed = await page
      .getByRole('region', { name: /^Diff of/ })
      .locator('[data-kind=added]')
      .allInnerTexts();
    expect(changed).toEqual([
      expect.stringContaining('utxo.com.br/proposal'),
      expect.stringContaining('replicas: 2'),
    ]);
    await merge(page);
    await stepDone(page, 'Mining', RUNNING_TIMEOUT_MS);
  });

  it.each([
    ['miners', MINING_NODE_SET, MINERS, 'Miners have no volumes'],
    ['network', NETWORK_KIND, NETWORK, 'are kept with the chain on them'],
  ])(
    'retires the %s after the name was typed, and says what stays',
    async (_, kind, name, volumes) => {
      await openChangeForm(page, loop.portalUrl, 'monero-retire', {
        ...{ kind: kind.kind, namespace: NAMESPACE, name },
      });
      await seen(page, new RegExp(volumes));
      await page.getByRole('textbox', { name: 'Name, to confirm' }).fill(name);
      await propose(page);
      await merge(page);
      await stepDone(page, 'All stopped', REMOVED_TIMEOUT_MS);
      expect(await names(kind)).not.toContain(name);
    },
  );

  it('lists them all by kind, with the filter in the address', async () => {
    await page.goto(
      `${loop.portalUrl}/monero/proposals?kind=${MINING_NODE_SET.kind}&state=merged`,
    );
    await seen(page, `Retire ${MINERS}`);
    expect(await page.getByText(`Retire ${NETWORK}`).count()).toBe(0);
  });
});
