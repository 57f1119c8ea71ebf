import {
  publishNetwork,
  startPrivateI2p,
  startPrivateTor,
} from '@monero-portal/dev-cluster';
import {
  createKubeClient,
  type KubeClient,
  type KubeObject,
  RESOURCES,
  targetFromKubeconfig,
} from '@monero-portal/kube-client';
import { GROUP, NODE_SET, VERSION } from '@monero-portal/monero-api';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPage, picture } from './browser';
import { loopEnvironment } from './environment';
import { pauseTor } from './faults';
import { kubectl } from './kubectl';
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

const RUN = Date.now().toString(36);
const NAME = `hidden-${RUN}`;
const NAMESPACE = 'wallets';
/** Routers, which pods of any namespace reach. */
const NETWORKS = `networks-${RUN}`;
const REPLICAS = 2;
const PODS = Array.from({ length: REPLICAS }, (_, index) => `${NAME}-${index}`);
/** Applied, reconciled, started, a peer found over each network. */
const IN_SYNC_TIMEOUT_MS = 240_000;
/** Descriptors and leases of a private network, and a look of the portal's. */
const PUBLISHED_TIMEOUT_MS = 120_000;
const REMOVED_TIMEOUT_MS = 180_000;

const loop = loopEnvironment();

interface LiveNodeSet extends KubeObject {
  status: {
    nodes: { onionAddress: string; i2pAddress?: string; relaying: boolean }[];
  };
}

/** Each test is a step of one walk; they run in order on one page. */
describe('nodes on Tor and I2P, by form', () => {
  let client: KubeClient;
  let browser: Browser;
  let page: Page;

  const addresses = () =>
    page.getByRole('grid', { name: 'Addresses on Tor and I2P' });

  /** The row of an address, once it says so of it. */
  const told = async (node: string, state: RegExp) => {
    const row = addresses()
      .getByRole('row')
      .filter({ hasText: node })
      .filter({ hasText: state });
    await row.waitFor({ timeout: PUBLISHED_TIMEOUT_MS });
    return row.innerText();
  };

  /** The nodes, as the operator tells of them. */
  const liveNodes = async () =>
    (
      await client.get<LiveNodeSet>(
        { group: GROUP, version: VERSION, plural: NODE_SET.plural },
        NAMESPACE,
        NAME,
      )
    ).status.nodes;

  beforeAll(async () => {
    client = createKubeClient(targetFromKubeconfig(loop.kubeconfig), {
      userAgent: 'anonymity-e2e',
    });
    await kubectl(loop, ['create', 'namespace', NETWORKS]);
    const access = {
      client,
      kubectl: (...args: string[]) => kubectl(loop, args),
    };
    const [tor, i2p] = await Promise.all([
      startPrivateTor(access, NETWORKS),
      startPrivateI2p(access, NETWORKS),
    ]);
    await publishNetwork(client, tor, {
      ...{ namespace: NAMESPACE, name: 'private-tor' },
    });
    await publishNetwork(client, i2p, {
      ...{ namespace: NAMESPACE, name: 'private-i2p' },
    });
    browser = await launchBrowser();
    page = await newPage(browser);
  });
  afterEach(() => picture(page, expect.getState().currentTestName ?? 'page'));
  afterAll(async () => {
    await browser?.close();
    await removeFromGit(loop, client, { namespace: NAMESPACE, names: [NAME] });
    for (const name of ['private-tor', 'private-i2p']) {
      await client.delete(RESOURCES.configMaps, NAMESPACE, name);
    }
    await client.delete(RESOURCES.namespaces, undefined, NETWORKS);
    await client.close();
  }, REMOVED_TIMEOUT_MS);

  it('are asked for by two switches that say what they give', async () => {
    await openTemplate(page, loop.portalUrl, 'Monero node set');
    await fillInWhere(page, { name: NAME, namespace: NAMESPACE });
    await choose(page, /Network/, /^regtest/);
    const replicas = page.getByRole('textbox', { name: 'Nodes' });
    await replicas.fill(String(REPLICAS));
    await replicas.blur();
    for (const network of ['Tor', 'I2P']) {
      await page.getByText(network, { exact: true }).click();
      await seen(page, `${network} identities`);
    }
    const manifest = page.getByRole('region', { name: 'Manifest' });
    expect(await manifest.innerText()).toMatch(
      /tor:\s+enabled: true\s+i2p:\s+enabled: true/,
    );
  });

  it('run once that is merged', async () => {
    await page.getByRole('button', { name: 'Next' }).click();
    await seen(page, 'The cluster will accept this manifest.');
    await propose(page);
    await merge(page);
    await stepDone(page, 'In sync', IN_SYNC_TIMEOUT_MS);
    expect(await liveNodes()).toEqual(
      PODS.map(pod => expect.objectContaining({ pod, relaying: true })),
    );
  });

  it('have their addresses on the page, published, to copy and to scan', async () => {
    await page.getByRole('link', { name: `Open ${NAME}` }).click();
    const nodes = await liveNodes();
    for (const [index, pod] of PODS.entries()) {
      const { onionAddress, i2pAddress } = nodes[index];
      expect(await told(`${pod} on Tor`, /Published/)).toContain(onionAddress);
      expect(await told(`${pod} on I2P`, /Published/)).toContain(i2pAddress);
    }
    await page
      .getByRole('button', { name: `QR code: ${PODS[0]} on Tor` })
      .click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.innerText()).toContain(nodes[0].onionAddress);
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  it('have peers on both networks', async () => {
    const row = page
      .getByRole('grid', { name: 'Nodes' })
      .getByRole('row')
      .filter({ hasText: PODS[1] })
      .filter({ hasText: /[1-9]\d* · \d+ on Tor, I2P/ });
    await row.waitFor({ timeout: PUBLISHED_TIMEOUT_MS });
    expect(await row.innerText()).toContain('In sync');
  });

  it('say of a tor that does not answer that its address is not found, and why', async () => {
    const mend = await pauseTor(client, {
      ...{ namespace: NAMESPACE, name: PODS[1] },
    });
    try {
      expect(await told(`${PODS[1]} on Tor`, /Not published/)).toContain(
        'tor does not answer.',
      );
      await told(`${PODS[1]} on I2P`, /Published/);
    } finally {
      await mend();
    }
    await told(`${PODS[1]} on Tor`, /Published/);
  });

  it('leave I2P by the same switch, and keep Tor', async () => {
    await page.getByRole('link', { name: 'Tor and I2P' }).click();
    await page.getByText('I2P', { exact: true }).click();
    await propose(page);
    await merge(page);
    await stepDone(page, 'In sync', IN_SYNC_TIMEOUT_MS);
    await page.getByRole('link', { name: `Open ${NAME}` }).click();
    for (const pod of PODS) await told(`${pod} on Tor`, /Published/);
    await page.getByText(`${PODS[0]} on I2P`).waitFor({ state: 'detached' });
    expect((await liveNodes()).map(({ i2pAddress }) => i2pAddress)).toEqual(
      PODS.map(() => undefined),
    );
  });
});
