import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validate } from 'jsonschema';
import { parse } from 'yaml';
import {
  fakeDeps,
  GIT_BLOB,
  GIT_MANIFEST,
  MINERS_MANIFEST,
  NETWORK_MANIFEST,
  run,
} from '../__testUtils__';
import { createEditManifestAction } from './editManifest';
import { examples } from './editManifest.examples';

const wallet = { name: 'wallet-eu', cluster: 'dev', namespace: 'wallets' };

describe('monero:manifest:edit', () => {
  it('changes what differs and keeps every other byte', async () => {
    const deps = fakeDeps();
    const { output, workspacePath } = await run(
      createEditManifestAction(deps),
      {
        ...wallet,
        replicas: 3,
        hardAntiAffinity: false,
        diskSize: '100Gi',
        image: '',
        args: ['--out-peers=64'],
      },
    );
    const manifest = GIT_MANIFEST.replace('replicas: 2', 'replicas: 3');
    expect(output).toEqual({
      manifest,
      path: 'clusters/dev/wallets/wallet-eu.yaml',
      title: 'Scale wallet-eu from 2 to 3',
      baseBlob: GIT_BLOB,
      owner: 'group:default/team-wallet',
    });
    expect(
      await readFile(
        join(workspacePath, 'clusters/dev/wallets/wallet-eu.yaml'),
        'utf8',
      ),
    ).toBe(manifest);
    expect(deps.client.getManifest.mock.calls[0][1]?.token).toContain(
      'user:default/mock',
    );
  });

  it.each([
    ['that nothing differs', { replicas: 2 }, /There is nothing to change/],
    [
      'that disks only grow',
      { diskSize: '50Gi' },
      /The manifest is refused:\n {2}spec\.diskSize: /,
    ],
    [
      'what the operator sets itself',
      { args: ['--data-dir=/x'] },
      /spec\.monerod\.args\[0\]: --data-dir/,
    ],
  ])('says %s', async (_, edit, message) => {
    await expect(
      run(createEditManifestAction(fakeDeps()), { ...wallet, ...edit }),
    ).rejects.toThrow(message);
  });

  it.each([
    [
      'MoneroNetwork',
      'regtest',
      { replicas: 4, tor: true },
      NETWORK_MANIFEST.replace('replicas: 3', 'replicas: 4').concat(
        '  template:\n    spec:\n      tor:\n        enabled: true\n',
      ),
      'Change size and Tor of regtest',
    ],
    [
      'MoneroMiningNodeSet',
      'miners',
      { replicas: 2 },
      MINERS_MANIFEST.replace('spec:\n', 'spec:\n  replicas: 2\n'),
      'Scale miners from 1 to 2',
    ],
  ] as const)(
    'changes a %s in the same way',
    async (kind, name, edit, manifest, title) => {
      const { output } = await run(createEditManifestAction(fakeDeps()), {
        ...wallet,
        kind,
        name,
        ...edit,
      });
      expect(output).toMatchObject({ manifest, title });
    },
  );

  it('refuses a wallet that is mistyped', async () => {
    await expect(
      run(createEditManifestAction(fakeDeps()), {
        ...wallet,
        kind: 'MoneroMiningNodeSet',
        name: 'miners',
        wallet: '4'.repeat(95),
      }),
    ).rejects.toThrow(/spec\.wallet: /);
  });

  it('refuses a form that was filled in from another version of the file', async () => {
    const deps = fakeDeps();
    const input = { ...wallet, replicas: 3, baseBlob: 'c'.repeat(40) };
    await expect(
      run(createEditManifestAction(deps), input),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        'has changed since the form was filled in from it. Open the form again',
      ),
    });
    await expect(
      run(createEditManifestAction(deps), { ...input, baseBlob: GIT_BLOB }),
    ).resolves.toMatchObject({ output: { baseBlob: GIT_BLOB } });
  });

  it('says why a file cannot be edited', async () => {
    const deps = fakeDeps();
    deps.client.getManifest.mockResolvedValue({
      manifest: `${GIT_MANIFEST}---\n${GIT_MANIFEST}`,
      path: 'a.yaml',
      head: 'a',
      blob: 'b',
    });
    await expect(
      run(createEditManifestAction(deps), { ...wallet, replicas: 3 }),
    ).rejects.toThrow('The file holds several YAML documents');
  });

  it.each(examples)('example: $description', async ({ example }) => {
    const action = createEditManifestAction(fakeDeps());
    const [step] = parse(example).steps;
    expect(step.action).toBe(action.id);
    expect(validate(step.input, action.schema?.input ?? {}).errors).toEqual([]);
    const { output } = await run(action, step.input);
    expect(validate(output, action.schema?.output ?? {}).errors).toEqual([]);
  });
});
