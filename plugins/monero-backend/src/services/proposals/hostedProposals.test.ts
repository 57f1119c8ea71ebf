import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createHmac } from 'node:crypto';
import { FakeForge } from '../../testing/fakeForge';
import { GitFixture } from '../../testing/gitFixture';
import { changeOf, manifestOf, proposalOf } from '../../testing/manifests';
import type { ClusterSnapshot } from '../clusters';
import { ForgeError } from '../forge';
import { DefaultProposalService } from './DefaultProposalService';
import { openDraft } from './draft';
import { newProposal } from './newProposal';
import { ProposalFollower } from './ProposalFollower';
import { ProposalStore } from './ProposalStore';
import { Targets } from './targets';
import { WebhookService } from './WebhookService';

const PATH = 'clusters/dev/monero/web.yaml';
const guest = {
  ref: 'user:default/guest',
  name: 'Guest',
  email: 'guest@example.com',
};
const NOW = Date.parse('2026-03-01T12:00:00Z');
const portalUrl = 'https://portal.example.com';

jest.setTimeout(60_000);

describe('proposals on a forge', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let git: GitFixture;
  let forge: FakeForge;

  beforeEach(() => {
    git = new GitFixture();
    forge = new FakeForge(git);
  });

  afterEach(() => {
    forge.remove();
    git.remove();
  });

  async function setup() {
    const knex = await databases.init('SQLITE_3');
    const store = await ProposalStore.create(
      mockServices.database({ knex, migrations: { skip: false } }),
    );
    const world = { now: NOW };
    const target = forge.target();
    const targets = new Targets([target]);
    const logger = mockServices.logger.mock();
    const clusters = { get: (): ClusterSnapshot | undefined => undefined };
    const common = { store, targets, clusters, onChange: () => {} };
    const service = new DefaultProposalService({
      limit: { take: async () => {} },
      ...common,
      health: { clusters: () => [], nodeSet: () => undefined },
      portalUrl,
      now: () => world.now,
    });
    const follower = new ProposalFollower({
      ...{ ...common, logger, now: () => world.now },
    });
    return { service, store, follower, target, targets, logger, world };
  }

  async function proposed() {
    const world = await setup();
    const { proposal } = await world.service.propose(proposalOf(), guest);
    return { ...world, proposal };
  }

  it('are a branch and a pull request that says what, for whom, and leads back', async () => {
    const { service } = await setup();
    const { proposal } = await service.propose(
      { ...proposalOf(), owner: 'group:default/wallets' },
      guest,
    );
    expect(proposal.pullRequest).toEqual({
      forge: 'GitHub',
      number: 1,
      url: 'https://github.com/acme/gitops/pull/1',
    });
    expect(proposal.waitingFor).toContain('Waits for a review on GitHub (#1)');
    const [{ title, body, branch }] = forge.opened;
    expect(title).toBe('Add web');
    expect(body).toMatchInlineSnapshot(`
      "Creates MoneroNodeSet \`web\` in namespace \`monero\` of cluster \`dev\`: \`clusters/dev/monero/web.yaml\`.

      | Proposed by | \`user:default/guest\` |
      | --- | --- |
      | For | \`group:default/wallets\` |
      | Checked | accepted by the schema and every rule of the custom resource definition, as the API server would check it |

      The operator will create

      - StatefulSet: 3 pods, on different machines where possible
      - Volume claims: 3 × 1 GiB, kept when the set is removed
      - Services: P2P, restricted RPC (in-sync nodes only)
      - Config map: peers and settings of each node
      - Disruption budget: at most 1 node out at a time
      - Network policy: lets in peers of this set, wallets and metrics, nothing else
      - Service account: without rights in the cluster

      The change reaches the cluster when this is merged and the GitOps agent applies it. How far it has come: [proposal #1](https://portal.example.com/monero/proposals/1)."
    `);
    expect(git.show(PATH, branch)).toContain('utxo.com.br/proposal: "1"');
    expect(git.git(['log', '-1', '--format=%an <%ae>%n%B', branch])).toBe(
      `Guest <guest@example.com>
Add web

Monero-Proposal: 1
Proposed-By: user:default/guest
Owner: group:default/wallets
Signed-off-by: Guest <guest@example.com>`,
    );
    const { diff } = await service.get(proposal.id);
    expect(diff).toContain('+  replicas: 3');
  });

  it('start from the forge as it is now', async () => {
    const { service } = await setup();
    const text = manifestOf();
    await git.push(PATH, text);
    const ref = { cluster: 'dev', namespace: 'monero', name: 'web' };
    const { blob } = await service.manifest({ ...ref, kind: 'MoneroNodeSet' });
    await git.push(PATH, manifestOf({ replicas: 9 }));
    await expect(
      service.propose(
        { ...changeOf(text, { replicas: 4 }), baseBlob: blob },
        guest,
      ),
    ).rejects.toThrow('has changed since the form was filled in from it');
    expect(forge.opened).toEqual([]);
  });

  it("are the user's own when their token is handed over, and the token is kept nowhere", async () => {
    const { service, store } = await setup();
    const forgeToken = 'gho_users_own';
    await service.propose({ ...proposalOf(), forgeToken }, guest);
    expect(forge.tokens).toEqual([forgeToken]);
    expect(JSON.stringify(await store.list({}))).not.toContain(forgeToken);
  });

  it('are found again by a task that was interrupted after the push, and after the pull request', async () => {
    const { service, store, target } = await setup();
    const { row } = await store.draft(
      await newProposal(proposalOf(), guest, target, { store, now: NOW }),
    );
    const crashing = {
      branchTaken: async () => false,
      update: () => Promise.reject(new Error('the portal was killed')),
    };
    await expect(
      openDraft(row, target, guest, { store: crashing, portalUrl }),
    ).rejects.toThrow('killed');
    expect(forge.opened).toHaveLength(1);
    const { proposal } = await service.propose(proposalOf(), guest);
    expect(proposal).toMatchObject({ id: row.id, pullRequest: { number: 1 } });
    expect(forge.opened).toHaveLength(1);
    expect(git.git(['branch', '--list', 'monero/*']).split('\n')).toHaveLength(
      1,
    );
  });

  it('are found when another portal opens one at the same moment', async () => {
    const { service } = await setup();
    const create = forge.create.bind(forge);
    forge.create = async request => {
      await create(request);
      throw new ForgeError('Conflict', 'A pull request already exists.');
    };
    const { proposal } = await service.propose(proposalOf(), guest);
    expect(proposal.pullRequest?.number).toBe(1);
  });

  it('go beside a branch of the same name that holds something else', async () => {
    const { service, store, target } = await setup();
    const { branch } = await newProposal(proposalOf(), guest, target, {
      ...{ store, now: NOW },
    });
    git.git(['branch', branch, 'main']);
    const { proposal } = await service.propose(proposalOf(), guest);
    expect(proposal.branch).toBe(`${branch}-${proposal.id}`);
    expect(forge.opened[0].branch).toBe(proposal.branch);
  });

  it('can be tried again after the forge refused', async () => {
    const { service } = await setup();
    forge.fails = new ForgeError('MissingScope', 'It lacks the scope repo.');
    await expect(service.propose(proposalOf(), guest)).rejects.toThrow(
      'lacks the scope repo',
    );
    expect((await service.list({})).items).toEqual([]);
    const { created } = await service.propose(proposalOf(), guest);
    expect(created).toBe(true);
    expect(forge.opened).toHaveLength(1);
  });

  it('are merged there, not here', async () => {
    const { service, proposal } = await proposed();
    await expect(
      service.merge(proposal.id, proposal.head, guest),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        'Proposal #1 is reviewed and merged on GitHub: https://github.com/acme/gitops/pull/1. The portal follows it there.',
    });
  });

  it('are closed there when they are closed here', async () => {
    const { service, proposal } = await proposed();
    await service.close(proposal.id, guest);
    expect(forge.opened[0].state).toBe('closed');
  });

  it('are not closed when somebody has merged them meanwhile', async () => {
    const { service, proposal } = await proposed();
    forge.change(1, { state: 'merged' });
    await expect(service.close(proposal.id, guest)).rejects.toThrow(
      'has been merged on GitHub meanwhile',
    );
  });

  describe('followed', () => {
    it('note a merge with its time, commit and who, also when it was squashed', async () => {
      const { service, follower, proposal } = await proposed();
      await follower.follow();
      expect((await service.get(proposal.id)).state).toBe('proposed');
      const merged = await git.push(PATH, manifestOf());
      forge.change(1, {
        ...{ state: 'merged', mergeCommit: merged, by: 'octocat' },
        at: '2026-03-01T12:34:56Z',
      });
      follower.heard('dev');
      await follower.follow();
      expect(await service.get(proposal.id)).toMatchObject({
        state: 'merged',
        mergedBy: 'github:octocat',
        mergedAt: '2026-03-01T12:34:56.000Z',
        steps: [
          { step: 'Proposed', state: 'done' },
          { step: 'Merged', state: 'done', detail: 'by octocat' },
          { step: 'Applied', state: 'current' },
          { step: 'Reconciled' },
          { step: 'InSync' },
        ],
      });
    });

    it('note that it was closed there, and can be proposed again', async () => {
      const { service, follower, proposal } = await proposed();
      forge.change(1, { state: 'closed', by: 'octocat' });
      await follower.follow();
      expect(await service.get(proposal.id)).toMatchObject({
        state: 'closed',
        closedBy: 'github:octocat',
      });
      const { created } = await service.propose(proposalOf(), guest);
      expect(created).toBe(true);
      expect(forge.opened).toHaveLength(2);
    });

    it('tell what it waits for, and of a conflict that comes and goes', async () => {
      const { service, follower, proposal, world } = await proposed();
      forge.change(1, { waits: 'Waits for an approval.' });
      await follower.follow();
      expect((await service.get(proposal.id)).waitingFor).toMatch(
        /until it is merged into main\. Waits for an approval\.$/,
      );
      forge.change(1, { conflict: true });
      world.now += 31_000;
      await follower.follow();
      expect(await service.get(proposal.id)).toMatchObject({
        state: 'conflict',
        conflict: `${PATH} was changed on main and in this proposal in the same place, says GitHub.`,
      });
      forge.change(1, { conflict: false });
      world.now += 31_000;
      await follower.follow();
      expect((await service.get(proposal.id)).state).toBe('proposed');
    });

    it('show what somebody pushed to the branch', async () => {
      const { service, follower, proposal } = await proposed();
      const head = await git.push(
        PATH,
        git.show(PATH, proposal.branch).replace('replicas: 3', 'replicas: 4'),
        proposal.branch,
      );
      forge.change(1, { head });
      await follower.follow();
      const now = await service.get(proposal.id);
      expect(now.head).toBe(head);
      expect(now.diff).toContain('+  replicas: 4');
    });

    it('are asked about at an interval, at once after a webhook, and ever less often in trouble', async () => {
      const { follower, world, logger } = await proposed();
      const looksAfter = async (ms: number) => {
        world.now += ms;
        const before = forge.looks;
        await follower.follow();
        return forge.looks - before;
      };
      expect(await looksAfter(0)).toBe(1);
      expect(await looksAfter(29_000)).toBe(0);
      expect(await looksAfter(2_000)).toBe(1);
      follower.heard('other');
      expect(await looksAfter(0)).toBe(0);
      follower.heard('dev');
      expect(await looksAfter(0)).toBe(1);

      const trouble = async (ms: number) => {
        forge.fails = new ForgeError(
          'Unreachable',
          'GitHub cannot be reached.',
        );
        const looks = await looksAfter(ms);
        forge.fails = undefined;
        return looks;
      };
      expect(await trouble(31_000)).toBe(1);
      expect(await trouble(31_000)).toBe(1);
      expect(await trouble(31_000)).toBe(0);
      expect(await trouble(31_000)).toBe(1);
      expect(await looksAfter(125_000)).toBe(1);
      expect(logger.warn.mock.calls).toEqual([
        ['Proposal #1 cannot be followed: GitHub cannot be reached.'],
      ]);
    });
  });

  describe('webhooks', () => {
    const body = Buffer.from('{}');
    const signature = createHmac('sha256', 'a-secret-of-some-length')
      .update(body)
      .digest('hex');
    const request = (value: string) => ({
      header: (name: string) =>
        name === 'x-hub-signature-256' ? value : undefined,
      body,
    });

    it('are heard when their signature is right, and never believed', async () => {
      const { targets } = await setup();
      const heard: string[] = [];
      const service = new WebhookService(targets, name => heard.push(name));
      service.receive('dev', request(`sha256=${signature}`));
      expect(heard).toEqual(['dev']);
      expect(() => service.receive('dev', request('sha256=0'))).toThrow(
        expect.objectContaining({ name: 'AuthenticationError' }),
      );
      expect(() => service.receive('prod', request(signature))).toThrow(
        expect.objectContaining({ name: 'NotFoundError' }),
      );
      const plain = new Targets([forge.target({ webhookSecret: undefined })]);
      expect(() =>
        new WebhookService(plain, () => {}).receive('dev', request(signature)),
      ).toThrow(expect.objectContaining({ name: 'NotFoundError' }));
      expect(heard).toEqual(['dev']);
    });
  });
});
