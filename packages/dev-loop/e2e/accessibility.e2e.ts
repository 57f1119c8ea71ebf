import AxeBuilder from '@axe-core/playwright';
import {
  createKubeClient,
  type KubeClient,
  RESOURCES,
  targetFromKubeconfig,
} from '@monero-portal/kube-client';
import {
  GROUP,
  MINING_NODE_SET,
  NETWORK,
  VERSION,
} from '@monero-portal/monero-api';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPage, picture } from './browser';
import { loopEnvironment } from './environment';
import { gone } from './gone';
import { openUntilShown } from './steps';

const NAMESPACE = `axe-${Date.now().toString(36)}`;
/** Comes with the loop. */
const NODE_SET = '/catalog/default/resource/dev.monero.regtest';
const OWN = `/catalog/default/resource/dev.${NAMESPACE}`;
const PAGE_TIMEOUT_MS = 120_000;
/** The scaffolder's tabs, which name a panel that is not drawn, and the catalog's sample of links. */
const NOT_OURS = ['.bui-Tabs', 'pre'];
const WALLET =
  '42w4mJnAX8rJPvZTFetXaxRvGNpwh3u6pbFcdaKscN4wiccFbKotahU3Qo6L2B3xNUPvd7qxLNcJrU3w4ndEiWA14d5rG9h';

/** Each page, and a text that is there when it is complete. */
const PAGES: [name: string, path: string, text: RegExp][] = [
  ['fleet', '/monero/node-sets', /Nodes in sync/],
  ['proposals', '/monero/proposals', /from the form to running/],
  ['nodes of a node set', `${NODE_SET}/nodes`, /Connect a wallet/],
  ['overview of a node set', NODE_SET, /nodes in sync/],
  ['network', `${OWN}.closed.network/network`, /Who is connected to whom/],
  ['miners', `${OWN}.diggers.miners/miners`, /Hashrate in all/],
  [
    'form of a node set',
    '/create/templates/default/monero-node-set',
    /Namespace/,
  ],
  [
    'form of a network',
    '/create/templates/default/monero-network',
    /Namespace/,
  ],
  [
    'form of a mining set',
    '/create/templates/default/monero-mining-node-set',
    /Namespace/,
  ],
];

const loop = loopEnvironment();

describe('the pages, for everybody', () => {
  let client: KubeClient;
  let browser: Browser;

  const apply = (
    kind: typeof NETWORK | typeof MINING_NODE_SET,
    name: string,
    spec: Record<string, unknown>,
  ) =>
    client.apply(
      { group: GROUP, version: VERSION, plural: kind.plural },
      {
        apiVersion: kind.apiVersion,
        kind: kind.kind,
        metadata: { name, namespace: NAMESPACE },
        spec,
      } as never,
      { fieldManager: 'accessibility-e2e', force: true },
    );

  const open = (page: Page, path: string, text: RegExp) =>
    openUntilShown(
      page,
      `${loop.portalUrl}${path}`,
      page.getByText(text),
      PAGE_TIMEOUT_MS,
    );

  beforeAll(async () => {
    client = createKubeClient(targetFromKubeconfig(loop.kubeconfig), {
      userAgent: 'accessibility-e2e',
    });
    await client.create(RESOURCES.namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: NAMESPACE },
    });
    await apply(NETWORK, 'closed', {
      replicas: 2,
      template: { spec: { monerod: { args: ['--regtest'] } } },
    });
    await apply(MINING_NODE_SET, 'diggers', {
      replicas: 1,
      wallet: WALLET,
      // There is none: it waits, and takes no processor from others.
      daemonRef: { kind: 'MoneroNodeSet', name: 'nobody' },
    });
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await client.delete(RESOURCES.namespaces, undefined, NAMESPACE);
    await gone(client, NAMESPACE);
    await client.close();
  });

  describe.each(['light', 'dark'] as const)('in %s', scheme => {
    let page: Page;
    beforeAll(async () => {
      page = await newPage(browser, scheme);
    });
    afterAll(() => page.context().close());

    it.each(PAGES)(
      'axe finds nothing serious: %s',
      async (name, path, text) => {
        await open(page, path, text);
        await picture(page, `${name}, ${scheme}`);
        const { violations, passes } = await NOT_OURS.reduce(
          (axe, selector) => axe.exclude(selector),
          new AxeBuilder({ page }),
        ).analyze();
        const serious = violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => ({
            id,
            where: nodes.map(({ target, any }) => [
              target.join(' '),
              any[0]?.message,
            ]),
          }));
        expect(serious).toEqual([]);
        expect(passes.length).toBeGreaterThan(10);
      },
    );
  });

  it('take an address along by the keyboard alone', async () => {
    const page = await newPage(browser);
    await open(page, `${NODE_SET}/nodes`, /Connect a wallet/);
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    const tabTo = async (label: string) => {
      for (let presses = 0; presses < 80; presses++) {
        if ((await focused()) === label) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not lead to "${label}"`);
    };
    await tabTo('QR code: Inside the cluster');
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: /^QR code of regtest-rpc/ }).waitFor();
    await picture(page, 'QR code');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(
      label => document.activeElement?.getAttribute('aria-label') === label,
      'QR code: Inside the cluster',
    );
    expect(await focused()).toBe('QR code: Inside the cluster');
    await page.context().close();
  });
});
