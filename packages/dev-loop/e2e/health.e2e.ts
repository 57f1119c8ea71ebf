import {
  createKubeClient,
  type KubeClient,
  RESOURCES,
  targetFromKubeconfig,
} from '@monero-portal/kube-client';
import { GROUP, NETWORK, NODE_SET, VERSION } from '@monero-portal/monero-api';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPage, picture } from './browser';
import { loopEnvironment } from './environment';
import {
  type Mend,
  type SmallDisk,
  cutOff,
  pauseDaemon,
  pauseExporter,
  smallDisk,
  stopApiServer,
} from './faults';
import { gone } from './gone';
import { mine } from './mine';
import { openUntilShown } from './steps';

const NAMESPACE = `health-${Date.now().toString(36)}`;
const SET = 'patient';
const NET = 'closed';
const REPLICAS = 3;
const DISK_CLASS = `${NAMESPACE}-small`;
/** Less than the claim says: it is to be filled. */
const DISK_BYTES = 256 * 1024 * 1024;
/** What the portal's sampler takes for one look: its pause, and its deadline where nobody answers. */
const SAMPLING_PERIOD_MS = 5_500 + 8_000;
/** Pods, monerod and its peers, on a busy machine. */
const SETTLE_TIMEOUT_MS = 150_000;
const FIELD_MANAGER = 'health-e2e';

const loop = loopEnvironment();

type Spec = Record<string, unknown>;

/** Faults, one after the other; each is seen on a page, and seen to pass. */
describe('what the portal tells while things go wrong', () => {
  let client: KubeClient;
  let browser: Browser;
  let page: Page;
  const disks: SmallDisk[] = [];
  const mends: Mend[] = [];

  const pod = (name: string) => ({ namespace: NAMESPACE, name });

  const apply = (
    kind: typeof NODE_SET | typeof NETWORK,
    name: string,
    spec: Spec,
  ) =>
    client.apply(
      { group: GROUP, version: VERSION, plural: kind.plural },
      {
        apiVersion: kind.apiVersion,
        kind: kind.kind,
        metadata: { name, namespace: NAMESPACE },
        spec,
      } as never,
      { fieldManager: FIELD_MANAGER, force: true },
    );

  const applySet = (monerod: Spec = {}) =>
    apply(NODE_SET, SET, {
      replicas: REPLICAS,
      network: 'regtest',
      storageClass: DISK_CLASS,
      diskSize: '1Gi',
      volumeRetention: 'Delete',
      monerod,
    });

  /** Opens the entity page of an object, as soon as the catalog knows it. */
  const open = (name: string, tab: string) =>
    openUntilShown(
      page,
      `${loop.portalUrl}/catalog/default/resource/dev.${NAMESPACE}.${name}/${tab}`,
      page.getByRole('status').filter({ hasText: /in sync|Just created/ }),
      SETTLE_TIMEOUT_MS,
    );

  const findings = () => page.getByRole('list', { name: 'What was found' });

  const finding = (code: string) => findings().locator(`[data-code=${code}]`);

  /** Waits for a finding. @returns what it says */
  async function found(
    code: string,
    timeoutMs: number,
    about = '',
  ): Promise<string> {
    const entry = finding(code).filter({ hasText: about }).first();
    const start = Date.now();
    await entry.waitFor({ timeout: timeoutMs });
    process.stdout.write(
      `${code} was on the page after ${(Date.now() - start) / 1000} s\n`,
    );
    await picture(page, expect.getState().currentTestName ?? code);
    return entry.innerText();
  }

  /** Waits until the page says that all is well and nothing was found. */
  async function allWell(): Promise<void> {
    await page
      .getByRole('heading', {
        name: /^All 3 (nodes|members) (are )?in sync\.( Wallets are served\.)?$/,
      })
      .waitFor({ timeout: SETTLE_TIMEOUT_MS });
    await findings().waitFor({ state: 'detached', timeout: SETTLE_TIMEOUT_MS });
    await page
      .getByText('Healthy', { exact: true })
      .waitFor({ timeout: SETTLE_TIMEOUT_MS });
  }

  /** Lets a fault last until `see` has seen it. */
  async function during<T>(mend: Mend, see: () => Promise<T>): Promise<T> {
    mends.push(mend);
    try {
      return await see();
    } finally {
      await mend();
      mends.splice(mends.indexOf(mend), 1);
    }
  }

  beforeAll(async () => {
    client = createKubeClient(targetFromKubeconfig(loop.kubeconfig), {
      userAgent: FIELD_MANAGER,
    });
    await client.create(RESOURCES.namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: NAMESPACE },
    });
    for (let index = 0; index < REPLICAS; index++) {
      const name = `${DISK_CLASS}-${index}`;
      const disk = await smallDisk(loop, name, DISK_BYTES);
      disks.push(disk);
      await client.create(RESOURCES.persistentVolumes, {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name },
        spec: {
          capacity: { storage: '1Gi' },
          accessModes: ['ReadWriteOnce'],
          storageClassName: DISK_CLASS,
          persistentVolumeReclaimPolicy: 'Retain',
          hostPath: { path: disk.path },
          claimRef: { namespace: NAMESPACE, name: `data-${SET}-${index}` },
        },
      } as never);
    }
    await applySet();
    await apply(NETWORK, NET, {
      replicas: REPLICAS,
      template: {
        spec: { monerod: { args: ['--regtest', '--fixed-difficulty=1'] } },
      },
    });
    browser = await launchBrowser();
    page = await newPage(browser);
  });

  afterAll(async () => {
    for (const mend of mends) await mend();
    await browser?.close();
    await client.delete(RESOURCES.namespaces, undefined, NAMESPACE);
    await gone(client, NAMESPACE);
    for (const [index, disk] of disks.entries()) {
      await client.delete(
        RESOURCES.persistentVolumes,
        undefined,
        `${DISK_CLASS}-${index}`,
      );
      await disk.remove();
    }
    await client.close();
  });

  it('shows a healthy network calmly: who is connected to whom, and no finding', async () => {
    await open(`${NET}.network`, 'network');
    await allWell();
    // The verdict is the operator's; links come with the exporters' answers.
    const links = page.getByText('3 of 3 links').first();
    await links.waitFor();
    await picture(page, 'healthy network');
    expect(await links.isVisible()).toBe(true);
    expect(await finding('LinksMissing').count()).toBe(0);
  });

  it('shows on the map how a block that is mined comes to every member', async () => {
    const height = await mine(loop, pod(`${NET}-0-0`), 1);
    await page
      .getByText(
        new RegExp(
          `^Newest block, height ${height}: all 3 members have it(, seen within one look|; the last of them was still without it)`,
        ),
      )
      .waitFor({ timeout: 2 * SAMPLING_PERIOD_MS });
    await picture(page, 'a block on the map');
    const marks = page.locator('[data-has-newest]');
    expect(await marks.count()).toBe(3);
    // All of them got it while the page was open.
    expect(await page.locator('[data-seen=true]').count()).toBe(3);
    // Who does not like motion sees the marks alone.
    const lights = page.locator('[data-seen=true] > circle:nth-child(2)');
    expect(await lights.count()).toBe(3);
    expect(await lights.first().isVisible()).toBe(false);
    expect(await marks.first().locator('circle').first().isVisible()).toBe(
      true,
    );
  });

  it('draws the last hour of each node beside its numbers', async () => {
    await open(SET, 'nodes');
    await allWell();
    const lines = page.getByRole('img', {
      name: /^Peers, last hour: [1-9]\d* now, \d+ to \d+$/,
    });
    // A point is added every minute.
    await lines.nth(REPLICAS - 1).waitFor({ timeout: SETTLE_TIMEOUT_MS });
    expect(await lines.count()).toBe(REPLICAS);
    expect(
      await page
        .getByRole('img', { name: /^Blocks behind, last hour: 0 now/ })
        .count(),
    ).toBe(REPLICAS);
    await picture(page, 'the last hour of each node');
  });

  it('shows a killed pod, and that the others serve meanwhile', async () => {
    await open(SET, 'nodes');
    await allWell();
    await picture(page, 'healthy node set');
    const uid = async () =>
      (await client.get(RESOURCES.pods, NAMESPACE, `${SET}-1`)).metadata.uid;
    const killed = await uid();
    await client.delete(RESOURCES.pods, NAMESPACE, `${SET}-1`, {
      gracePeriodSeconds: 0,
    });
    await page
      .getByRole('heading', {
        name: '2 of 3 nodes in sync. Wallets are served.',
      })
      .waitFor({ timeout: 2 * SAMPLING_PERIOD_MS });
    await picture(page, 'a killed pod');
    await allWell();
    expect(await uid()).not.toBe(killed);
  });

  it('shows a disk that is full', async () => {
    const text = await during(await disks[1].fill(1024 * 1024), () =>
      found('DiskNearlyFull', 2 * SAMPLING_PERIOD_MS),
    );
    expect(text).toContain(`The disk of ${SET}-1 is nearly full`);
    expect(text).toMatch(/Broken[^]*1 MiB free[^]*spec\.diskSize/);
    await allWell();
  });

  it('shows a daemon that hangs', async () => {
    const text = await during(await pauseDaemon(client, pod(`${SET}-2`)), () =>
      found('DaemonSilent', 2 * SAMPLING_PERIOD_MS),
    );
    expect(text).toContain(`${SET}-2 does not answer`);
    await allWell();
  });

  it('shows an exporter that has stopped', async () => {
    const text = await during(
      await pauseExporter(client, pod(`${SET}-0`)),
      () => found('ExporterDown', 2 * SAMPLING_PERIOD_MS),
    );
    expect(text).toContain(`${SET}-0 is not measured`);
    await allWell();
  });

  it('shows an image that does not exist, and the others serve on', async () => {
    await applySet({ image: 'docker.io/monero-portal/monero:0.0.0.0' });
    const text = await found('Pending', SETTLE_TIMEOUT_MS, 'cannot be pulled');
    expect(text).toMatch(/The image of monerod cannot be pulled/);
    expect(await page.getByText(/^2 of 3 nodes in sync/).count()).toBe(1);
    await applySet();
    await allWell();
  });

  it('shows the argument that monerod does not like, in its own words', async () => {
    await applySet({ args: ['--tx-proxy=tor,localhost:9050'] });
    const text = await found('CrashLoop', SETTLE_TIMEOUT_MS);
    expect(text).toMatch(
      /ends again and again[^]*Failed to initialize p2p server[^]*--tx-proxy take an IP address/,
    );
    await applySet();
    await allWell();
  });

  it('keeps the last known state while the API server is stopped', async () => {
    const text = await during(await stopApiServer(loop), () =>
      found('ClusterAway', 2 * SAMPLING_PERIOD_MS),
    );
    expect(text).toContain('Cluster dev cannot be reached');
    expect(await page.getByRole('grid', { name: 'Nodes' }).count()).toBe(1);
    await allWell();
  });

  it('shows a partition that makes a fork, and that it heals', async () => {
    await open(`${NET}.network`, 'network');
    const lonely = pod(`${NET}-2-0`);
    const seen = await during(await cutOff(client, lonely), async () => {
      await mine(loop, lonely, 3);
      await mine(loop, pod(`${NET}-0-0`), 4);
      const links = await found(
        'LinksMissing',
        2 * SAMPLING_PERIOD_MS,
        'has lost 2 of its 2 links',
      );
      const fork = await found('Forked', 2 * SAMPLING_PERIOD_MS);
      // Only once all others are seen with it does the map tell who lacks it.
      await page
        .getByText(
          /^Newest block, height 6: 2 of 3 members have it.* Not seen with it: 2\./,
        )
        .waitFor({ timeout: 2 * SAMPLING_PERIOD_MS });
      return { links, fork };
    });
    expect(seen.links).toContain('Member 2');
    expect(seen.fork).toMatch(/closed-2-0 follows another chain/);
    expect(seen.fork).toMatch(/Its block 2 is not the one of 2 other nodes/);
    await allWell();
    await page
      .getByText(/^Newest block, height 6: all 3 members have it/)
      .waitFor({ timeout: SAMPLING_PERIOD_MS });
    await picture(page, 'a block that came late');
  });
});
