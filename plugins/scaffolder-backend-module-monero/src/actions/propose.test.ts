import { ResponseError } from '@backstage/errors';
import { validate } from 'jsonschema';
import { parse } from 'yaml';
import { fakeDeps, GIT_BLOB, proposalOf, run } from '../__testUtils__';
import { createProposeAction } from './propose';
import { examples } from './propose.examples';

const manifest = `apiVersion: utxo.com.br/v1alpha1
kind: MoneroNodeSet
metadata:
  name: playground
  namespace: monero
spec:
  replicas: 1
  network: regtest
`;

const input = {
  title: 'Create node set playground',
  cluster: 'dev',
  namespace: 'monero',
  name: 'playground',
  kind: 'MoneroNodeSet' as const,
  manifest,
  owner: 'group:default/team-wallet',
};

/** An answer of the backend as the client gets it. */
function refusal(status: number, error: object) {
  return ResponseError.fromResponse(
    new Response(JSON.stringify({ error, response: { statusCode: status } }), {
      status,
      headers: { 'Content-Type': 'application/json' },
    }),
  );
}

describe('monero:gitops:propose', () => {
  it('proposes on behalf of the user and tells where the proposal is', async () => {
    const deps = fakeDeps();
    const { signal } = new AbortController();
    const { output } = await run(createProposeAction(deps), input, { signal });
    const requestId = 'mock-task-id/MoneroNodeSet/dev/monero/playground';
    const asked = { ...input, requestId };
    expect(deps.client.propose).toHaveBeenCalledWith(asked, {
      token: expect.stringContaining('user:default/mock'),
      timeoutMs: 120_000,
      signal,
    });
    expect(output).toEqual({
      proposed: true,
      proposalId: 12,
      proposalUrl: '/monero/proposals/12',
      branch: 'monero/dev-monero-playground-3f9c1e2',
      path: 'clusters/dev/monero/playground.yaml',
      summary: expect.stringContaining('**Proposal #12** waits for review'),
    });
  });

  it('does not propose again what a recovered task already proposed', async () => {
    const deps = fakeDeps();
    const keys: string[] = [];
    const { output } = await run(createProposeAction(deps), input, {
      checkpoint: async <T>({ key }: { key: string }) => {
        keys.push(key);
        return {
          id: 7,
          branch: 'monero/earlier',
          path: 'clusters/dev/monero/playground.yaml',
          operation: 'create',
        } as T;
      },
    });
    expect(keys).toEqual(['propose.dev.monero.playground']);
    expect(deps.client.propose).not.toHaveBeenCalled();
    expect(output).toMatchObject({
      proposalId: 7,
      branch: 'monero/earlier',
      proposalUrl: '/monero/proposals/7',
    });
  });

  it('says when the object is there already, so that it would be changed', async () => {
    const deps = fakeDeps();
    deps.client.propose.mockResolvedValue(
      proposalOf(input, { operation: 'change' }),
    );
    const { output } = await run(createProposeAction(deps), input);
    expect(output.summary).toContain(
      '**playground** is there already: this changes it.',
    );
  });

  it('retires, and says what happens to the volumes', async () => {
    const deps = fakeDeps();
    const { manifest: _, ...object } = input;
    const retire = {
      ...object,
      operation: 'retire' as const,
      baseBlob: GIT_BLOB,
    };
    const volumes = 'The volume is kept.';
    deps.client.propose.mockImplementation(async asked =>
      proposalOf(asked, { volumes }),
    );
    const { output } = await run(createProposeAction(deps), retire);
    expect(output.summary).toContain('it removes `clusters/dev/monero/');
    expect(output.summary).toContain(volumes);
    const dry = await run(createProposeAction(deps), retire, {
      isDryRun: true,
    });
    expect(dry.output.summary).toContain('would remove `clusters/dev/monero/');
  });

  it("hands the user's token over, and tells where the pull request is", async () => {
    const deps = fakeDeps();
    const url = 'https://github.com/acme/gitops/pull/12';
    const pullRequest = { forge: 'GitHub', number: 12, url };
    deps.client.propose.mockImplementation(async asked =>
      proposalOf(asked, { pullRequest }),
    );
    const { output } = await run(createProposeAction(deps), {
      ...input,
      token: 'gho_own',
    });
    expect(deps.client.propose.mock.calls[0][0].forgeToken).toBe('gho_own');
    expect(output.pullRequestUrl).toBe(url);
    expect(output.summary).toContain(
      `Once somebody merges it as [pull request #12](${url}) on GitHub,`,
    );
    expect(JSON.stringify(output)).not.toContain('gho_own');
  });

  it('leaves an emptied owner out', async () => {
    const deps = fakeDeps();
    await run(createProposeAction(deps), { ...input, owner: '' });
    expect(deps.client.propose.mock.calls[0][0].owner).toBeUndefined();
  });

  it('does nothing for a task that was cancelled', async () => {
    const deps = fakeDeps();
    await expect(
      run(createProposeAction(deps), input, {
        signal: AbortSignal.abort(new Error('cancelled')),
      }),
    ).rejects.toThrow('cancelled');
    expect(deps.client.propose).not.toHaveBeenCalled();
  });

  it.each([
    [
      'violations with their fields',
      400,
      {
        name: 'InputError',
        message: 'The manifest is refused.',
        violations: [
          { path: 'spec.replicas', message: 'must be at most 100' },
          { path: '', message: 'the name is taken' },
        ],
      },
      'InputError: The manifest is refused.\n  spec.replicas: must be at most 100\n  the name is taken',
    ],
    [
      'a violation that its message tells already, once',
      400,
      {
        name: 'InputError',
        message: 'Refused: spec.replicas: must be at most 100',
        violations: [{ path: 'spec.replicas', message: 'must be at most 100' }],
      },
      'InputError: Refused: spec.replicas: must be at most 100',
    ],
    [
      'a missing permission',
      403,
      { name: 'NotAllowedError', message: 'You may not propose changes.' },
      'NotAllowedError: You may not propose changes.',
    ],
    [
      'a conflict',
      409,
      { name: 'ConflictError', message: 'main has moved.' },
      'ConflictError: main has moved.',
    ],
    [
      'too many proposals, and when there may be more',
      429,
      {
        name: 'TooManyProposalsError',
        message:
          'You have proposed 60 changes within 1 h. You can propose again in 12 min, at 14:05 UTC.',
      },
      'Error: You have proposed 60 changes within 1 h. You can propose again in 12 min, at 14:05 UTC.',
    ],
    [
      'anything else',
      500,
      { name: 'GitError', message: 'The repository is locked.' },
      'Error: The repository is locked.',
    ],
  ])("keeps the backend's words: %s", async (_, status, body, expected) => {
    const deps = fakeDeps();
    deps.client.propose.mockRejectedValue(await refusal(status, body));
    const error = await run(createProposeAction(deps), input).catch(e => e);
    expect(String(error)).toBe(expected);
    expect(error.stack).toBe(expected);
  });

  describe('in a dry run', () => {
    it('proposes nothing, and says what it would propose', async () => {
      const deps = fakeDeps();
      const { output } = await run(createProposeAction(deps), input, {
        isDryRun: true,
      });
      expect(deps.client.propose).not.toHaveBeenCalled();
      expect(output).toEqual({
        proposed: false,
        path: 'clusters/dev/monero/playground.yaml',
        summary:
          '**Dry run: nothing was proposed.** "Create node set playground" would write `clusters/dev/monero/playground.yaml` for cluster dev.',
      });
    });

    it('tells of proposals of the same object that are still open', async () => {
      const deps = fakeDeps();
      deps.client.getOpenProposals.mockResolvedValue({
        items: [
          proposalOf(input, { id: 9, title: 'Create it' }),
          proposalOf(input, { id: 8, title: 'Grow it', state: 'conflict' }),
        ],
      });
      const { output } = await run(createProposeAction(deps), input, {
        isDryRun: true,
      });
      expect(deps.client.getOpenProposals.mock.calls[0][0]).toMatchObject({
        kind: 'MoneroNodeSet',
        cluster: 'dev',
        namespace: 'monero',
        name: 'playground',
      });
      expect(output.summary).toContain(
        'Still open for the same object: proposal #9 ("Create it"), proposal #8 ("Grow it").',
      );
    });

    it.each([
      [
        'an unknown cluster',
        { cluster: 'prod' },
        'There is no cluster "prod". Known clusters: dev.',
      ],
      [
        'a namespace that takes no proposals',
        {
          namespace: 'kube-system',
          manifest: manifest.replace(
            'namespace: monero',
            'namespace: kube-system',
          ),
        },
        'Cluster "dev" takes no proposals for namespace "kube-system". It takes them for: monero, wallets.',
      ],
      [
        'a manifest of another object',
        { name: 'other' },
        'The manifest is of another object: its metadata.name is "playground", the proposal\'s name is "other".',
      ],
      [
        'a manifest of another kind',
        { kind: 'MoneroNetwork' as const },
        "The manifest is of another object: its kind is MoneroNodeSet, the proposal's kind is MoneroNetwork.",
      ],
      [
        'a change that does not say what it started from',
        { operation: 'change' as const },
        'The proposal is refused:\n  baseBlob: is required to change an object',
      ],
      [
        'a manifest that the API server would refuse',
        { manifest: manifest.replace('replicas: 1', 'replicas: -1') },
        /^The manifest is refused:\n {2}spec\.replicas: /,
      ],
      ['a path as a name', { name: '../../x' }, 'name: may hold lower case'],
      ['a command as a name', { name: '$(reboot)' }, 'name: may hold lower'],
      ['a template as a name', { name: '${{ 7*7 }}' }, 'name: may hold lower'],
      ['a look-alike', { name: 'pl\u0430yground' }, 'name: may hold lower'],
      ['YAML in a name', { name: 'a\nkind: Secret' }, 'name: may hold lower'],
      [
        'ten megabytes of arguments',
        { manifest: `args:\n${'- --log-level=0\n'.repeat(650_000)}` },
        'manifest: may have at most 65536 characters',
      ],
      ['no YAML', { manifest: 'a: [' }, 'The manifest is no YAML: '],
      [
        'a title of two lines',
        { title: 'one\ntwo' },
        'The proposal is refused:\n  title: may not hold line breaks or control characters',
      ],
    ])('refuses %s', async (_, parts, expected) => {
      await expect(
        run(
          createProposeAction(fakeDeps()),
          { ...input, ...parts },
          { isDryRun: true },
        ),
      ).rejects.toThrow(expected);
    });
  });

  it.each(examples)('example: $description', async ({ example }) => {
    const action = createProposeAction(fakeDeps());
    const [step] = parse(example).steps;
    expect(step.action).toBe(action.id);
    expect(validate(step.input, action.schema?.input ?? {}).errors).toEqual([]);
    for (const isDryRun of [false, true]) {
      const { output } = await run(action, step.input, { isDryRun });
      expect(validate(output, action.schema?.output ?? {}).errors).toEqual([]);
      expect(output.proposed).toBe(!isDryRun);
    }
  });
});
