import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Facts, Granter } from '../permissions';
import { FleetSnapshot, toFleetItem } from '../services/fleet';
import { ForgeError } from '../services/forge';
import { GitError } from '../services/git';
import { TooManyProposalsError } from '../services/limit';
import type { ProposalService } from '../services/proposals';
import { toProposal } from '../services/proposals/toProposal';
import { healthOf } from '../testing/health';
import { changeOf, manifestOf, proposalOf } from '../testing/manifests';
import { ago, healthWith, NOW, rowWith } from '../testing/rows';
import { registerActions } from './registerActions';

const head = 'a'.repeat(40);
const credentials = mockCredentials.user();
const by = { ref: 'user:default/mock', name: 'Mock', email: 'm@example.com' };
const proposal = toProposal(rowWith(), { now: NOW });
const mine = { owner: 'group:default/mine' };

const forked = {
  code: 'Forked',
  severity: 'critical',
  pod: 'web-1',
  what: 'web-1 follows another chain',
  evidence: 'At height 100 it has another hash.',
  next: 'Wait.',
  since: ago(60),
} as const;
const paused = { ...forked, code: 'Paused', severity: 'info' } as const;
const sets = [
  healthWith({ name: 'api', ...mine }),
  healthWith({ name: 'calm', cluster: 'eu', findings: [paused] }),
  healthWith({ name: 'web', ...mine, findings: [forked] }),
];
const web = { cluster: 'dev', namespace: 'monero', name: 'web' };

/** @param covers - what the user's permissions cover; everything by default */
function setup(covers?: (facts: Facts) => boolean) {
  const registry = actionsRegistryServiceMock();
  const fleet = new FleetSnapshot();
  sets.forEach(set => fleet.put(toFleetItem('MoneroNodeSet', set)));
  const proposals: jest.Mocked<ProposalService> = {
    manifest: jest.fn(),
    propose: jest.fn(),
    list: jest.fn(),
    facts: jest.fn(),
    get: jest.fn(),
    merge: jest.fn(),
    close: jest.fn(),
  };
  const inGit = { manifest: manifestOf(), path: 'web.yaml', head, blob: head };
  proposals.manifest.mockResolvedValue(inGit);
  proposals.propose.mockResolvedValue({ proposal, created: true });
  const granter = jest.fn<ReturnType<Granter>, Parameters<Granter>>(
    async asking => ({
      credentials: asking,
      covers: covers ?? (() => true),
      criteria: covers && { anyOf: [{ field: 'owner', values: [] }] },
    }),
  );
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(event);
  registerActions({
    registry,
    fleet,
    granter,
    proposals,
    auditor,
    health: healthOf(...sets),
    actors: { actorOf: async () => by },
    portalUrl: 'https://portal.example.com',
  });
  const invoke = async (name: string, input: JsonObject = {}) => {
    const { output } = await registry.invoke({
      id: `test:${name}`,
      input,
      credentials,
    });
    return output as Record<string, any>;
  };
  return { registry, granter, proposals, auditor, event, invoke };
}

const namesOf = ({ items }: Record<string, { name: string }[]>) =>
  items.map(({ name }) => name);

describe('the actions', () => {
  it('say what they do: three only look, and none destroys', async () => {
    const { actions } = await setup().registry.list();
    expect(
      actions.map(({ name, attributes }) => [name, attributes.readOnly]),
    ).toEqual([
      ['list-node-sets', true],
      ['diagnose', true],
      ['show-manifest', true],
      ['propose-change', false],
    ]);
    for (const { attributes } of actions) {
      expect(attributes).toMatchObject({
        destructive: false,
        idempotent: true,
      });
    }
  });

  it.each<[string, JsonObject, string]>([
    ['list-node-sets', {}, 'monero.nodeset.read'],
    ['diagnose', web, 'monero.nodeset.read'],
    ['show-manifest', web, 'monero.nodeset.read'],
    ['propose-change', proposalOf(), 'monero.proposal.create'],
  ])('%s asks for the permission of its route', async (name, input, needed) => {
    const { granter, invoke, proposals } = setup();
    await invoke(name, input);
    expect(granter).toHaveBeenCalledTimes(1);
    expect(granter.mock.calls[0][0]).toBe(credentials);
    expect(granter.mock.calls[0][1].name).toBe(needed);
    granter.mockRejectedValue(new NotAllowedError(`You lack ${needed}`));
    proposals.propose.mockClear();
    await expect(invoke(name, input)).rejects.toThrow(`You lack ${needed}`);
    expect(proposals.propose).not.toHaveBeenCalled();
  });

  describe('list-node-sets', () => {
    it('lists what is wrong first, with a link', async () => {
      const output = await setup().invoke('list-node-sets');
      expect(output.total).toBe(3);
      expect(namesOf(output)).toEqual(['web', 'calm', 'api']);
      expect(output.items[0]).toEqual({
        ...web,
        ...mine,
        network: 'mainnet',
        replicas: 3,
        readyReplicas: 2,
        state: 'Degraded',
        headline: '',
        severity: 'critical',
        finding: 'web-1 follows another chain',
        since: ago(60),
        stale: false,
        page: 'https://portal.example.com/catalog/default/resource/dev.monero.web/nodes',
      });
    });

    it.each<[JsonObject, string[]]>([
      [{ unhealthyOnly: true }, ['web']],
      [{ cluster: 'eu' }, ['calm']],
      [mine, ['web', 'api']],
      [{ namespace: 'other' }, []],
      [{ kind: 'MoneroNetwork' }, []],
      [{ limit: 1 }, ['web']],
    ])('lists with %j', async (input, names) => {
      expect(namesOf(await setup().invoke('list-node-sets', input))).toEqual(
        names,
      );
    });

    it('neither lists nor counts what may not be seen', async () => {
      const { invoke } = setup(({ owner }) => owner === mine.owner);
      const output = await invoke('list-node-sets');
      expect([output.total, namesOf(output)]).toEqual([2, ['web', 'api']]);
    });

    it.each([{ limit: 0 }, { limit: 501 }, { kind: 'Secret' }])(
      'refuses %j',
      async input => {
        await expect(setup().invoke('list-node-sets', input)).rejects.toThrow(
          'Invalid input',
        );
      },
    );
  });

  describe('diagnose', () => {
    it('tells findings with what shows them, and each pod', async () => {
      const output = await setup().invoke('diagnose', web);
      expect(output).toMatchObject({
        state: 'Degraded',
        findings: [forked],
        replicas: 3,
        readyReplicas: 2,
        stale: false,
      });
      expect(output.pods[1]).toEqual({
        pod: 'web-1',
        state: 'Behind',
        reason: '184 blocks behind, about 6 min.',
      });
    });

    it.each<[string, JsonObject]>([
      ['what is not there', { ...web, name: 'none' }],
      ['what may not be seen', { ...web, name: 'calm' }],
    ])('does not find %s', async (_, input) => {
      const { invoke } = setup(({ owner }) => owner === mine.owner);
      await expect(invoke('diagnose', input)).rejects.toThrow(
        `There is no node set "${input.name}" in namespace "monero" of cluster "dev".`,
      );
    });

    it.each(['../x', '$(reboot)', 'a'.repeat(64)])(
      'refuses the name %s',
      async name => {
        await expect(
          setup().invoke('diagnose', { ...web, name }),
        ).rejects.toThrow('Input: name: may');
      },
    );
  });

  describe('show-manifest', () => {
    it('gives what Git has', async () => {
      const output = await setup().invoke('show-manifest', web);
      expect(output).toMatchObject({ path: 'web.yaml', blob: head });
      expect(output.manifest).toContain('replicas: 3');
    });

    it('shows nothing that may not be seen', async () => {
      const { invoke } = setup(() => false);
      await expect(invoke('show-manifest', web)).rejects.toThrow(
        'Git has no manifest of MoneroNodeSet "web"',
      );
    });
  });

  describe('propose-change', () => {
    it('proposes in the name of who asks, and writes that down', async () => {
      const { invoke, proposals, auditor, event } = setup();
      expect(await invoke('propose-change', proposalOf())).toEqual({
        proposalId: 7,
        created: true,
        state: 'proposed',
        waitingFor: expect.stringContaining('Waits for a review'),
        path: 'clusters/dev/monero/web.yaml',
        branch: proposal.branch,
        page: 'https://portal.example.com/monero/proposals/7',
      });
      expect(proposals.propose).toHaveBeenCalledWith(proposalOf(), by);
      expect(proposals.merge).not.toHaveBeenCalled();
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'proposal-create',
          meta: expect.objectContaining({ ...web, operation: 'create' }),
        }),
      );
      expect(event.success).toHaveBeenCalledWith({ meta: { proposalId: 7 } });
    });

    it('links the pull request of a forge', async () => {
      const { invoke, proposals } = setup();
      const url = 'https://github.com/acme/gitops/pull/12';
      const pullRequest = { forge: 'GitHub', number: 12, url };
      proposals.propose.mockResolvedValue({
        proposal: { ...proposal, pullRequest },
        created: false,
      });
      expect(await invoke('propose-change', proposalOf())).toMatchObject({
        created: false,
        pullRequestUrl: url,
      });
    });

    it('proposes nothing that the permission does not cover', async () => {
      const { invoke, proposals, event } = setup(() => false);
      await expect(
        invoke('propose-change', changeOf(manifestOf())),
      ).rejects.toThrow('You may not propose this change of "web"');
      expect(proposals.propose).not.toHaveBeenCalled();
      expect(event.fail).toHaveBeenCalledTimes(1);
    });

    it.each<[string, JsonObject, string]>([
      ['an empty title', { title: ' ' }, 'Input: title: say in a few words'],
      ['a change without a blob', { operation: 'change' }, 'read its manifest'],
      ['a name with a path', { name: '../x' }, 'Input: name: may hold'],
    ])('refuses %s', async (_, change, message) => {
      const { invoke, proposals } = setup();
      await expect(
        invoke('propose-change', { ...proposalOf(), ...change }),
      ).rejects.toThrow(message);
      expect(proposals.propose).not.toHaveBeenCalled();
    });

    const limit = { count: 60, windowMs: 3_600_000 };
    it.each<[string, Error, string, string]>([
      [
        'that somebody else was faster',
        new ConflictError('main has moved.'),
        'ConflictError',
        'main has moved.',
      ],
      [
        'that there were too many',
        new TooManyProposalsError(limit, 60_000, NOW),
        'ServiceUnavailableError',
        'You can propose again in 1 min',
      ],
      [
        'that the repository is away',
        new GitError('Failed', 'no route to host'),
        'ServiceUnavailableError',
        'no route to host',
      ],
      [
        'that the forge refuses',
        new ForgeError('Refused', 'GitHub refused'),
        'ServiceUnavailableError',
        'GitHub refused',
      ],
    ])('says %s in words that reach who asks', async (_, error, name, part) => {
      const { invoke, proposals } = setup();
      proposals.propose.mockRejectedValue(error);
      await expect(
        invoke('propose-change', proposalOf()),
      ).rejects.toMatchObject({ name, message: expect.stringContaining(part) });
    });
  });
});
