import {
  createKubeClient,
  type KubeClient,
  RESOURCES,
  targetFromKubeconfig,
} from '@monero-portal/kube-client';
import { NODE_SET } from '@monero-portal/monero-api';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPage, picture } from './browser';
import { loopEnvironment } from './environment';
import { startForgeLoop, type ForgeLoop } from './forge/startForgeLoop';
import { removeNamespace } from './gone';
import { namesOf } from './names';
import {
  choose,
  fillInWhere,
  openChangeForm,
  openTemplate,
  propose,
  seen,
  stepDone,
} from './steps';

const NAMESPACE = 'forge';
const NAME = 'reviewed';
const LABEL = 'monero';
const { kind: KIND } = NODE_SET;
const OBJECT = { kind: KIND, namespace: NAMESPACE, name: NAME };
/** Gitea is built once, in minutes. */
const START_TIMEOUT_MS = 45 * 60_000;
/** Applied, reconciled, started, in sync. */
const IN_SYNC_TIMEOUT_MS = 240_000;
const STEP_TIMEOUT_MS = 150_000;
const STOPPED_TIMEOUT_MS = 180_000;
const REMOVED_TIMEOUT_MS = 240_000;

const loop = loopEnvironment();

/** Each test is a step of one walk; they run in order on one page. */
describe('a change that is reviewed in a real forge', () => {
  let client: KubeClient;
  let forge: ForgeLoop;
  let browser: Browser;
  let page: Page;

  const onMain = () => forge.repository.fileOnMain(forge.fileOf(NAME));
  const inGit = () => forge.guest.manifest(`${KIND}/dev/${NAMESPACE}/${NAME}`);

  /** The same manifest for another object, to propose by the API. */
  const another = async (name: string) => ({
    ...{ cluster: 'dev', namespace: NAMESPACE, name, kind: KIND },
    title: `Add ${name}`,
    manifest: (await onMain())?.replace(`name: ${NAME}`, `name: ${name}`),
  });

  const pods = () => namesOf(client, RESOURCES.pods, NAMESPACE);

  beforeAll(async () => {
    client = createKubeClient(targetFromKubeconfig(loop.kubeconfig), {
      userAgent: 'forge-e2e',
    });
    forge = await startForgeLoop({
      ...{ loop, root: process.cwd(), namespace: NAMESPACE, label: LABEL },
    });
    browser = await launchBrowser(forge.browserArgs);
    page = await newPage(browser);
    // Behind a click are git, a push and the forge.
    page.setDefaultTimeout(STEP_TIMEOUT_MS);
  }, START_TIMEOUT_MS);
  afterEach(() => picture(page, expect.getState().currentTestName ?? 'page'));
  afterAll(async () => {
    await browser?.close();
    // The agent with it, which would make the namespace anew.
    await forge?.stop();
    await removeNamespace(client, NAMESPACE);
    await client.close();
  }, REMOVED_TIMEOUT_MS);

  it('becomes a pull request by a form, and nothing is applied yet', async () => {
    await openTemplate(page, loop.portalUrl, 'Monero node set');
    await fillInWhere(page, { name: NAME, namespace: NAMESPACE });
    await choose(page, /Network/, /^regtest/);
    await page.getByRole('button', { name: 'Next' }).click();
    await seen(page, 'The cluster will accept this manifest.');
    await propose(page);
    await seen(page, /reviewed and merged in Gitea/);
    const link = page.getByRole('link', { name: 'Open pull request #1' });
    expect(await link.getAttribute('href')).toBe(
      `${forge.repository.url}/pulls/1`,
    );
    expect(await forge.repository.pullRequests()).toEqual([
      expect.objectContaining({
        number: 1,
        title: `Create node set ${NAME}`,
        body: expect.stringContaining(
          `[proposal #1](${loop.portalUrl}/monero/proposals/1)`,
        ),
        labels: [expect.objectContaining({ name: LABEL })],
      }),
    ]);
    expect(await onMain()).toBeUndefined();
  });

  it('is committed in the name of who proposed it, and signed off', async () => {
    const [commit, ...others] = await forge.repository.commitsOf(1);
    expect(others).toEqual([]);
    expect(commit.author).toMatchObject({
      ...{ name: 'Guest', email: 'guest@example.com' },
    });
    expect(commit.message).toContain('Proposed-By: user:default/guest');
    expect(commit.message).toContain(
      'Signed-off-by: Guest <guest@example.com>',
    );
  });

  it('is reviewed and merged there, and followed to in sync by a webhook', async () => {
    await forge.repository.comment(1, 'Looks right to me.');
    await forge.repository.merge(1, 'merge');
    await stepDone(page, 'In sync', IN_SYNC_TIMEOUT_MS);
    await seen(page, /Merged into main by portal/);
    expect(await onMain()).toContain('utxo.com.br/proposal: "1"');
    expect(await pods()).toEqual([`${NAME}-0`]);
  });

  it('is scaled by a form that is filled in from the forge', async () => {
    const stale = (await inGit()).body;
    await openChangeForm(page, loop.portalUrl, 'monero-scale', OBJECT);
    const field = page.getByRole('textbox', { name: 'How many' });
    await field.fill('2');
    await field.blur();
    await propose(page);
    await seen(page, `Scale ${NAME} from 1 to 2`);
    await forge.repository.merge(2, 'squash');
    await stepDone(page, 'In sync', IN_SYNC_TIMEOUT_MS);
    expect(await onMain()).toContain('replicas: 2');
    expect(await pods()).toEqual([`${NAME}-0`, `${NAME}-1`]);

    const { status, body } = await forge.guest.propose({
      ...{ ...OBJECT, cluster: 'dev', title: 'From an old form' },
      manifest: stale.manifest.replace('replicas: 1', 'replicas: 3'),
      baseBlob: stale.blob,
    });
    expect({ status, message: body.error.message }).toEqual({
      status: 409,
      message: expect.stringContaining(
        `has changed since the form was filled in from it (last by proposal #2, "Scale ${NAME} from 1 to 2"`,
      ),
    });
  });

  it('opens no second pull request for a task that is tried again, and says when it is closed there', async () => {
    const input = { ...(await another('again')), requestId: 'task-1' };
    const first = await forge.guest.propose(input);
    expect(first).toMatchObject({ status: 201 });
    const second = await forge.guest.propose(input);
    expect(second.status).toBe(200);
    expect(second.body.pullRequest).toEqual(first.body.pullRequest);

    await forge.repository.close(first.body.pullRequest.number);
    await page.goto(`${loop.portalUrl}/monero/proposals/${first.body.id}`);
    await seen(page, /Closed without merging by portal/);
  });

  it('names the right that a token lacks, and can be tried again and closed from here', async () => {
    const input = await another('denied');
    const forgeToken = await forge.gitea.createToken('reader', [
      'read:repository',
    ]);
    const denied = await forge.guest.propose({ ...input, forgeToken });
    expect(denied.status).toBe(503);
    expect(denied.body.error.message).toContain('write:repository');
    expect(JSON.stringify(denied.body)).not.toContain(forgeToken);

    const { status, body } = await forge.guest.propose(input);
    expect(status).toBe(201);
    await forge.guest.close(body.id);
    const { number } = body.pullRequest;
    expect(await forge.repository.pullRequest(number)).toMatchObject({
      state: 'closed',
    });
  });

  it('is retired: the pods stop, and the volumes are kept as the pull request says', async () => {
    await openChangeForm(page, loop.portalUrl, 'monero-retire', OBJECT);
    await seen(page, /kept with the chain on (it|them)/);
    await page.getByRole('textbox', { name: 'Name, to confirm' }).fill(NAME);
    await propose(page);
    const link = page.getByRole('link', { name: /^Open pull request #/ });
    const number = Number((await link.innerText()).split('#')[1]);
    const pull = await forge.repository.pullRequest(number);
    expect(pull.body).toContain('are kept with the chain on them');
    await forge.repository.merge(number, 'rebase');
    await stepDone(page, 'All stopped', STOPPED_TIMEOUT_MS);
    expect(await onMain()).toBeUndefined();
    expect((await inGit()).status).toBe(404);
    expect(await pods()).toEqual([]);
    expect(
      await namesOf(client, RESOURCES.persistentVolumeClaims, NAMESPACE),
    ).toEqual([`data-${NAME}-0`, `data-${NAME}-1`]);
  });
});
