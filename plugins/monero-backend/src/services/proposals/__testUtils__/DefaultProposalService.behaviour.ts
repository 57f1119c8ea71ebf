import { mockServices } from '@backstage/backend-test-utils';
import type { TestDatabase } from '../../../__testUtils__/databases';
import { GitFixture } from '../../../testing/gitFixture';
import {
  changeOf,
  manifestOf,
  proposalOf,
  retirementOf,
} from '../../../testing/manifests';
import { liveWith } from '../../../testing/rows';
import { blobOf } from '../../git';
import type { ClusterSnapshot, ObservedNodeSet } from '../../clusters';
import { DefaultProposalService } from '../DefaultProposalService';
import { openDraft } from '../draft';
import { newProposal } from '../newProposal';
import { ProposalFollower } from '../ProposalFollower';
import { ProposalStore } from '../ProposalStore';
import { openTarget, Targets } from '../targets';

const PATH = 'clusters/dev/monero/web.yaml';
const guest = {
  ref: 'user:default/guest',
  name: 'Guest',
  email: 'guest@example.com',
};
const platform = { ...guest, ref: 'user:default/platform', name: 'Platform' };

/** How proposals behave, whatever the database. */
export function proposalsBehaviour(database: TestDatabase): void {
  describe(`proposals on ${database.name}`, () => {
    let git: GitFixture;

    beforeEach(() => {
      git = new GitFixture();
    });

    afterEach(async () => {
      git.remove();
      await database.close();
    });

    async function setup(change: { kustomization?: boolean } = {}) {
      const { knex } = await database.open();
      const store = await ProposalStore.create(
        mockServices.database({ knex, migrations: { skip: false } }),
      );
      let now = Date.parse('2026-03-01T12:00:00Z');
      const tick = () => (now += 1_000);
      const changed: number[] = [];
      const nodeSets: ObservedNodeSet[] = [];
      const targets = new Targets([
        openTarget({
          cluster: 'dev',
          repository: git.gitDir,
          branch: 'main',
          path: 'clusters/${{ cluster }}/${{ namespace }}/${{ name }}.yaml',
          namespaces: ['monero', 'wallets'],
          pullRequest: { reviewers: [], labels: [], draft: false },
          pollSeconds: 30,
          kustomization: false,
          ...change,
        }),
      ]);
      const onChange = (id: number) => changed.push(id);
      const clusters = {
        get: (): ClusterSnapshot => ({
          name: 'dev',
          state: 'connected',
          since: 0,
          nodeSets,
          networks: [],
          miningNodeSets: [],
          autoscalers: [],
          pods: [],
        }),
      };
      const service = new DefaultProposalService({
        store,
        targets,
        clusters,
        health: { clusters: () => [], nodeSet: () => undefined },
        limit: { take: async () => {} },
        onChange,
        portalUrl: 'https://portal.example.com',
        now: tick,
      });
      const follower = new ProposalFollower({
        store,
        targets,
        clusters,
        onChange,
        logger: mockServices.logger.mock(),
        now: tick,
      });
      return { service, store, follower, changed, nodeSets, targets };
    }

    async function proposed() {
      const world = await setup();
      const { proposal } = await world.service.propose(proposalOf(), guest);
      return { ...world, proposal };
    }

    it('keeps the kustomization beside a file, in the same commit', async () => {
      const beside = 'clusters/dev/monero/kustomization.yaml';
      const { service } = await setup({ kustomization: true });
      await expect(service.propose(proposalOf(), guest)).rejects.toThrow(
        `There is no ${beside} on branch main`,
      );
      await git.push(beside, 'resources: [] # none yet\n');
      const { proposal } = await service.propose(proposalOf(), guest);
      const { branch } = proposal;
      expect(git.show(beside, branch)).toBe('resources:\n  - web.yaml\n');
      expect(
        git.git(['diff', '--name-only', 'main', `refs/heads/${branch}`]),
      ).toBe(`${beside}\n${PATH}`);
    });

    it('gives the manifest as Git has it, and says what Git has not', async () => {
      const { service } = await setup();
      const ref = {
        kind: 'MoneroNodeSet' as const,
        cluster: 'dev',
        namespace: 'monero',
        name: 'web',
      };
      await expect(service.manifest(ref)).rejects.toThrow(
        `Git has no manifest of MoneroNodeSet "web": there is no ${PATH} on branch main.`,
      );
      const text = `# ours\n${manifestOf()}`;
      const head = await git.push(PATH, text);
      await expect(service.manifest(ref)).resolves.toEqual({
        manifest: text,
        path: PATH,
        head,
        blob: blobOf(text),
      });
      await expect(
        service.manifest({ ...ref, kind: 'MoneroNetwork' }),
      ).rejects.toThrow(`${PATH} on branch main holds a MoneroNodeSet.`);
      await expect(
        service.manifest({ ...ref, cluster: 'far' }),
      ).rejects.toThrow('No GitOps repository is configured for cluster "far"');
      await expect(
        service.manifest({ ...ref, namespace: 'kube-system' }),
      ).rejects.toThrow('takes no proposals; there are: monero, wallets.');
    });

    it('changes a file by the lines that differ, and its annotation', async () => {
      const { service } = await setup();
      const text = `# ours\n${manifestOf().replace(
        'replicas: 3',
        'replicas:   3   # enough',
      )}`;
      await git.push(PATH, text);
      const { proposal } = await service.propose(
        {
          ...changeOf(text),
          manifest: text.replace('replicas:   3', 'replicas:   4'),
        },
        guest,
      );
      const { diff = '' } = await service.get(proposal.id);
      const changed = diff
        .split('\n')
        .filter(line => /^[-+](?![-+]{2})/.test(line));
      expect(changed).toEqual([
        '+  annotations:',
        `+    utxo.com.br/proposal: "${proposal.id}"`,
        '-  replicas:   3   # enough',
        '+  replicas:   4   # enough',
      ]);
    });

    it('finds the open proposal when the same is proposed again', async () => {
      const { service, proposal, changed } = await proposed();
      const again = await service.propose(
        { ...proposalOf(), title: 'Once more' },
        platform,
      );
      expect(again).toMatchObject({
        created: false,
        proposal: { id: proposal.id, title: 'Add web', proposedBy: guest.ref },
      });
      expect(changed).toEqual([proposal.id]);
    });

    it('stores one proposal when the same is proposed at the same time', async () => {
      const { service, store } = await setup();
      const results = await Promise.all(
        [1, 2, 3].map(() => service.propose(proposalOf(), guest)),
      );
      expect(results.filter(({ created }) => created)).toHaveLength(1);
      expect(new Set(results.map(({ proposal }) => proposal.id)).size).toBe(1);
      expect((await store.list({})).rows).toHaveLength(1);
    });

    it('finishes a proposal that was interrupted before its branch was written', async () => {
      const { service, store, targets } = await setup();
      const input = proposalOf();
      const target = targets.forProposal(input);
      const now = Date.parse('2026-03-01T11:00:00.000Z');
      const { row } = await store.draft(
        await newProposal(input, guest, target, { store, now }),
      );
      // The branch was written, but the row was not.
      await openDraft({ ...row }, target, guest, {
        store: { branchTaken: async () => false, update: async () => true },
        portalUrl: '',
      });
      expect((await service.list({})).items).toEqual([]);
      const { proposal } = await service.propose(input, guest);
      expect(proposal).toMatchObject({ id: row.id, state: 'proposed' });
      expect(git.tip(proposal.branch)).toBe(proposal.head);
    });

    it('takes a manifest for an object that exists as a change', async () => {
      const { service, proposal } = await proposed();
      await service.merge(proposal.id, proposal.head, platform);
      const { proposal: change } = await service.propose(
        { ...changeOf(git.show(PATH), { replicas: 5 }), title: 'Grow' },
        guest,
      );
      expect(change.operation).toBe('change');
      const { diff } = await service.get(change.id);
      expect(diff).toContain('-  replicas: 3\n+  replicas: 5\n');
    });

    it('has nothing to propose when the branch says it already', async () => {
      const { service, proposal } = await proposed();
      await service.merge(proposal.id, proposal.head, platform);
      await expect(service.propose(proposalOf(), guest)).rejects.toMatchObject({
        name: 'ConflictError',
        message: `There is nothing to propose: ${PATH} on branch main already says this.`,
      });
    });

    it('never overwrites what somebody else did meanwhile', async () => {
      const { service, proposal, store } = await proposed();
      await service.merge(proposal.id, proposal.head, platform);
      const seen = git.show(PATH);
      const { proposal: other } = await service.propose(
        { ...changeOf(seen, { replicas: 5 }), title: 'Grow' },
        platform,
      );
      await service.merge(other.id, other.head, platform);
      await expect(
        service.propose(changeOf(seen, { diskSize: '20Gi' }), guest),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(
          /has changed since the form was filled in from it \(last by proposal #2, "Grow", merged by platform \d+ s ago\)/,
        ),
      });
      await expect(service.propose(proposalOf(), guest)).rejects.toThrow(
        'web exists already',
      );
      await expect(
        service.propose(retirementOf(seen), guest),
      ).rejects.toMatchObject({ name: 'ConflictError' });
      expect((await store.list({})).rows).toHaveLength(2);
    });

    it('tells of open proposals of the same file', async () => {
      const { service, proposal } = await proposed();
      await service.propose(proposalOf({ name: 'api' }), guest);
      const ref = { kind: 'MoneroNodeSet' as const, name: 'web' };
      const open = await service.list({ ...ref, state: 'open' });
      expect(open.items.map(({ id }) => id)).toEqual([proposal.id]);
      await service.close(proposal.id, guest);
      expect((await service.list({ ...ref, state: 'open' })).items).toEqual([]);
    });

    it('gives the same request the same proposal, also after it was merged', async () => {
      const { service } = await setup();
      const input = { ...proposalOf(), requestId: 'task-1' };
      const { proposal } = await service.propose(input, guest);
      await service.merge(proposal.id, proposal.head, platform);
      const again = await service.propose(input, guest);
      expect(again).toMatchObject({
        created: false,
        proposal: { id: proposal.id, state: 'merged' },
      });
      await expect(
        service.propose({ ...input, name: 'api' }, guest),
      ).rejects.toMatchObject({
        name: 'InputError',
        message:
          'requestId "task-1" was used for another object: MoneroNodeSet web, proposal #1.',
      });
      // Somebody else's request is another one.
      await expect(service.propose(input, platform)).rejects.toThrow(
        'There is nothing to propose',
      );
    });

    it.each([
      [
        'MoneroNetwork' as const,
        'spec:\n  replicas: 2\n  template:\n    spec:\n      network: regtest\n',
      ],
      [
        'MoneroMiningNodeSet' as const,
        'spec:\n  replicas: 2\n  xmrig:\n    args:\n      - -o\n      - pool.example.com:5556\n',
      ],
    ])('creates, changes and retires a %s', async (kind, spec) => {
      const { service } = await setup();
      const object = {
        cluster: 'dev',
        namespace: 'monero',
        name: 'big',
        kind,
        title: 'Change big',
      };
      const path = 'clusters/dev/monero/big.yaml';
      const manifest = `apiVersion: utxo.com.br/v1alpha1\nkind: ${kind}\nmetadata:\n  name: big\n  namespace: monero\n${spec}`;
      const merged = async (input: Parameters<typeof service.propose>[0]) => {
        const { proposal } = await service.propose(input, guest);
        await service.merge(proposal.id, proposal.head, platform);
        return service.get(proposal.id);
      };
      const created = await merged({ ...object, manifest });
      expect(created).toMatchObject({ kind, operation: 'create' });
      const { blob, manifest: now } = await service.manifest(object);
      const changed = await merged({
        ...object,
        manifest: now.replace('replicas: 2', 'replicas: 3'),
        baseBlob: blob,
      });
      expect(changed).toMatchObject({ operation: 'change' });
      expect(git.show(path)).toContain('replicas: 3');
      const retired = await merged({
        ...object,
        operation: 'retire',
        baseBlob: (await service.manifest(object)).blob,
      });
      expect(retired.branch).toMatch(
        new RegExp(`^monero/${kind.toLowerCase()}/monero/big/`),
      );
      expect(() => git.show(path)).toThrow('does not exist');
    });

    it('retires: removes the file, says what happens to the volumes, and can be created again', async () => {
      const { service, proposal } = await proposed();
      await service.merge(proposal.id, proposal.head, platform);
      const { proposal: retirement } = await service.propose(
        retirementOf(git.show(PATH)),
        guest,
      );
      expect(retirement).toMatchObject({
        operation: 'retire',
        volumes: expect.stringContaining(
          'are kept with the chain on them (volumeRetention: Retain)',
        ),
      });
      expect(git.git(['log', '-1', '--format=%B', retirement.branch])).toMatch(
        /^Retire web\n\nThe 3 volumes .*\n\nMonero-Proposal: 2\nProposed-By: user:default\/guest\nSigned-off-by: Guest <guest@example.com>$/,
      );
      const { diff } = await service.get(retirement.id);
      expect(diff).toContain('+++ /dev/null');
      await service.merge(retirement.id, retirement.head, platform);
      expect(() => git.show(PATH)).toThrow('does not exist');
      await expect(
        service.propose(retirementOf(manifestOf()), guest),
      ).rejects.toThrow('There is nothing to retire');
      const { proposal: anew } = await service.propose(proposalOf(), guest);
      expect(anew.operation).toBe('create');
    });

    it("refuses a head that is not the branch's any more", async () => {
      const { service, proposal } = await proposed();
      const pushed = await git.push(
        PATH,
        git.show(PATH, proposal.branch).replace('replicas: 3', 'replicas: 4'),
        proposal.branch,
      );
      await expect(
        service.merge(proposal.id, proposal.head, platform),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining('has changed since you looked at it'),
      });
      expect(git.git(['rev-list', '--count', 'main'])).toBe('1');
      const now = await service.get(proposal.id);
      expect(now.head).toBe(pushed);
      expect(now.diff).toContain('+  replicas: 4');
      await expect(
        service.merge(proposal.id, pushed, platform),
      ).resolves.toMatchObject({ state: 'merged' });
    });

    it('names the file of a conflict, leaves both branches, and takes the change anew', async () => {
      const { service, proposal } = await proposed();
      const main = await git.push(PATH, manifestOf({ replicas: 1 }));
      await expect(
        service.merge(proposal.id, proposal.head, platform),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: `${PATH} was changed on main and in this proposal in the same place. Branch ${proposal.branch} is left as it is.`,
      });
      expect(git.tip()).toBe(main);
      expect(git.tip(proposal.branch)).toBe(proposal.head);
      expect(await service.get(proposal.id)).toMatchObject({
        state: 'conflict',
        conflict: `${PATH} was changed on main and in this proposal in the same place.`,
      });
      const { proposal: anew, created } = await service.propose(
        changeOf(git.show(PATH)),
        guest,
      );
      expect(created).toBe(true);
      expect(anew.branch).toBe(`${proposal.branch}-${anew.id}`);
      await expect(
        service.merge(anew.id, anew.head, platform),
      ).resolves.toMatchObject({ state: 'merged' });
    });

    it('merges two different proposals at the same time', async () => {
      const { service, proposal } = await proposed();
      const { proposal: other } = await service.propose(
        proposalOf({ name: 'api' }),
        guest,
      );
      await Promise.all([
        service.merge(proposal.id, proposal.head, platform),
        service.merge(other.id, other.head, platform),
      ]);
      expect(git.show(PATH)).toContain('name: web');
      expect(git.show('clusters/dev/monero/api.yaml')).toContain('name: api');
    });

    it('lets one of two simultaneous merges of two portals win', async () => {
      const { service, proposal, store, targets } = await proposed();
      // A second portal on the same database and repository shares no lock.
      const second = new DefaultProposalService({
        limit: { take: async () => {} },
        store,
        targets,
        clusters: { get: () => undefined },
        health: { clusters: () => [], nodeSet: () => undefined },
        onChange: () => {},
        portalUrl: '',
      });
      await Promise.allSettled([
        service.merge(proposal.id, proposal.head, platform),
        second.merge(proposal.id, proposal.head, guest),
      ]);
      expect(git.git(['rev-list', '--count', '--first-parent', 'main'])).toBe(
        '2',
      );
      expect((await service.get(proposal.id)).state).toBe('merged');
    });

    it('refuses a merge whose result would not be valid', async () => {
      const { service } = await setup();
      const text = manifestOf({ args: ['--no-igd'], diskSize: '10Gi' });
      await git.push(PATH, text);
      const { proposal } = await service.propose(
        {
          ...changeOf(text),
          manifest: text.replace('diskSize: 10Gi', 'diskSize: 20Gi'),
        },
        guest,
      );
      // By hand, and beyond what a line-wise merge can see.
      const main = await git.push(
        PATH,
        text.replace('replicas: 3', 'replicas: -3'),
      );
      await expect(
        service.merge(proposal.id, proposal.head, platform),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        violations: [expect.objectContaining({ path: 'spec.replicas' })],
      });
      expect(git.tip()).toBe(main);
    });

    it('closes once, keeps the branch, and can be proposed again', async () => {
      const { service, proposal } = await proposed();
      const closed = await service.close(proposal.id, platform);
      expect(closed).toMatchObject({
        state: 'closed',
        closedBy: platform.ref,
        diff: expect.stringContaining('+  replicas: 3'),
      });
      await expect(service.close(proposal.id, guest)).rejects.toThrow(
        'has been closed by platform',
      );
      await expect(
        service.merge(proposal.id, proposal.head, guest),
      ).rejects.toMatchObject({ name: 'ConflictError' });
      expect(git.tip(proposal.branch)).toBe(proposal.head);
      const { proposal: anew } = await service.propose(proposalOf(), guest);
      expect(anew.id).not.toBe(proposal.id);
      expect(anew.branch).toBe(`${proposal.branch}-${anew.id}`);
    });

    it('filters its list, newest first', async () => {
      const { service, proposal } = await proposed();
      const { proposal: api } = await service.propose(
        { ...proposalOf({ name: 'api' }), owner: 'group:default/wallets' },
        guest,
      );
      const ids = async (filter: Parameters<typeof service.list>[0]) =>
        (await service.list(filter)).items.map(({ id }) => id);
      expect(await ids({})).toEqual([api.id, proposal.id]);
      expect(await ids({ name: 'web' })).toEqual([proposal.id]);
      expect(await ids({ owner: 'group:default/wallets' })).toEqual([api.id]);
      expect(await ids({ state: 'merged' })).toEqual([]);
      expect(await ids({ cluster: 'prod' })).toEqual([]);
    });

    it('says what is wrong with cluster, branch and repository', async () => {
      const { service } = await setup();
      await expect(
        service.propose({ ...proposalOf(), cluster: 'prod' }, guest),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: 'Cluster "prod" takes no proposals; there are: dev.',
      });
      git.git(['update-ref', '-d', 'refs/heads/main']);
      await expect(service.propose(proposalOf(), guest)).rejects.toThrow(
        'Branch main is not in the GitOps repository of cluster "dev"; make a first commit there.',
      );
      git.remove();
      await expect(service.propose(proposalOf(), guest)).rejects.toMatchObject({
        name: 'GitError',
      });
    });

    it('pages its list', async () => {
      const { service } = await setup();
      for (const name of ['a', 'b', 'c', 'd', 'e']) {
        await service.propose(proposalOf({ name }), guest);
      }
      const names = async (query: Parameters<typeof service.list>[0]) => {
        const { items, before } = await service.list(query);
        return [items.map(({ name }) => name).join(''), before];
      };
      expect(await names({ limit: 2 })).toEqual(['ed', 4]);
      expect(await names({ limit: 2, before: 4 })).toEqual(['cb', 2]);
      expect(await names({ limit: 2, before: 2 })).toEqual(['a', undefined]);
    });

    describe('followed', () => {
      it('follows a retirement until nothing is left, and ends what it overtook', async () => {
        const { service, follower, nodeSets, proposal } = await proposed();
        await service.merge(proposal.id, proposal.head, platform);
        const annotations = { 'utxo.com.br/proposal': String(proposal.id) };
        nodeSets[0] = liveWith({ annotations });
        await follower.follow();
        const { proposal: retirement } = await service.propose(
          retirementOf(git.show(PATH)),
          guest,
        );
        await service.merge(retirement.id, retirement.head, platform);
        await follower.follow();
        const statesOf = async (id: number) =>
          (await service.get(id)).steps.map(({ state }) => state);
        expect(await statesOf(retirement.id)).toEqual([
          'done',
          'done',
          'current',
          'pending',
          'pending',
        ]);
        nodeSets[0] = { ...nodeSets[0], deleting: true };
        await follower.follow();
        expect((await statesOf(retirement.id))[2]).toBe('done');
        nodeSets.length = 0;
        await follower.follow();
        expect(await statesOf(retirement.id)).toEqual(Array(5).fill('done'));
        const first = await service.get(proposal.id);
        expect(first.supersededBy).toBe(retirement.id);
      });

      it('notes each step once, and when', async () => {
        const { service, follower, nodeSets, proposal, changed } =
          await proposed();
        await service.merge(proposal.id, proposal.head, platform);
        changed.length = 0;
        const annotations = { 'utxo.com.br/proposal': String(proposal.id) };
        await follower.follow();
        expect(changed).toEqual([]);

        nodeSets[0] = liveWith({ annotations });
        await follower.follow();
        await follower.follow();
        expect(changed).toEqual([proposal.id]);

        nodeSets[0] = liveWith({
          annotations,
          status: {
            observedGeneration: 3,
            conditions: [{ type: 'Ready', status: 'True' }],
          },
        });
        await follower.follow();
        await follower.follow();
        expect(changed).toEqual([proposal.id, proposal.id]);
        const { steps } = await service.get(proposal.id);
        expect(steps.map(({ state }) => state)).toEqual(Array(5).fill('done'));
        const times = steps.map(({ at }) => at);
        expect(times).toEqual([...times].sort());
      });

      it('notes a merge that was made with git', async () => {
        const { service, follower, proposal } = await proposed();
        git.git(['update-ref', 'refs/heads/main', proposal.head]);
        await follower.follow();
        const merged = await service.get(proposal.id);
        expect(merged).toMatchObject({ state: 'merged', mergedBy: undefined });
        expect(merged.steps[1].detail).toBe('with git');
      });

      it('notes a conflict when it arises, and when it is gone', async () => {
        const { service, follower, proposal } = await proposed();
        const before = git.tip();
        await git.push(PATH, manifestOf({ replicas: 1 }));
        await follower.follow();
        expect(await service.get(proposal.id)).toMatchObject({
          state: 'conflict',
          waitingFor: expect.stringContaining('Cannot be merged.'),
        });
        git.git(['update-ref', 'refs/heads/main', before]);
        await follower.follow();
        expect((await service.get(proposal.id)).state).toBe('proposed');
      });

      it('lets a later proposal overtake, and keeps what was done', async () => {
        const { service, follower, nodeSets, proposal } = await proposed();
        await service.merge(proposal.id, proposal.head, platform);
        nodeSets[0] = liveWith({
          annotations: { 'utxo.com.br/proposal': String(proposal.id) },
        });
        await follower.follow();
        const { proposal: later } = await service.propose(
          changeOf(git.show(PATH), { replicas: 5 }),
          guest,
        );
        await service.merge(later.id, later.head, platform);
        nodeSets[0] = liveWith({
          annotations: { 'utxo.com.br/proposal': String(later.id) },
          generation: 4,
        });
        await follower.follow();
        const first = await service.get(proposal.id);
        expect(first.supersededBy).toBe(later.id);
        expect(first.steps.map(({ state }) => state)).toEqual([
          'done',
          'done',
          'done',
          'pending',
          'pending',
        ]);
        expect((await service.get(later.id)).supersededBy).toBeUndefined();
      });
    });
  });
}
