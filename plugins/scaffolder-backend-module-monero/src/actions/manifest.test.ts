import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type {
  MiningFormInput,
  NodeSetFormInput,
} from '@monero-portal/monero-api';
import { MoneroClientError } from '@monero-portal/plugin-monero-common';
import { validate } from 'jsonschema';
import { parse } from 'yaml';
import { fakeDeps, run } from '../__testUtils__';
import { createManifestAction } from './manifest';
import { examples } from './manifest.examples';

const wallet = {
  name: 'wallet-eu',
  cluster: 'dev',
  namespace: 'wallets',
};

/** Of the reference wallet's tests: worth nothing. */
const WALLET =
  '42w4mJnAX8rJPvZTFetXaxRvGNpwh3u6pbFcdaKscN4wiccFbKotahU3Qo6L2B3xNUPvd7qxLNcJrU3w4ndEiWA14d5rG9h';

describe('monero:manifest', () => {
  it('writes the manifest into the workspace, where the repository will have it', async () => {
    const { output, log, workspacePath } = await run(
      createManifestAction(fakeDeps()),
      {
        ...wallet,
        owner: 'group:default/team-wallet',
        network: 'mainnet' as const,
        replicas: 3,
        hardAntiAffinity: true,
        args: ['--out-peers=64'],
      },
    );
    const manifest = [
      'apiVersion: utxo.com.br/v1alpha1',
      'kind: MoneroNodeSet',
      'metadata:',
      '  name: wallet-eu',
      '  namespace: wallets',
      '  annotations:',
      '    utxo.com.br/owner: group:default/team-wallet',
      'spec:',
      '  replicas: 3',
      '  hardAntiAffinity: true',
      '  monerod:',
      '    args:',
      '      - --out-peers=64',
      '',
    ].join('\n');
    expect(output).toEqual({
      manifest,
      path: 'clusters/dev/wallets/wallet-eu.yaml',
      plannedChildren: expect.arrayContaining([
        { kind: 'StatefulSet', text: '3 pods, one per machine' },
      ]),
    });
    expect(
      await readFile(
        join(workspacePath, 'clusters/dev/wallets/wallet-eu.yaml'),
        'utf8',
      ),
    ).toBe(manifest);
    expect(log[0]).toBe(`clusters/dev/wallets/wallet-eu.yaml:\n${manifest}`);
    expect(log).toContain(
      'The operator will create StatefulSet: 3 pods, one per machine',
    );
  });

  it('goes by the path of the target in the configuration', async () => {
    const deps = fakeDeps();
    const config = mockServices.rootConfig({
      data: {
        monero: {
          gitops: {
            targets: [
              { cluster: 'other', path: 'no.yaml' },
              { cluster: 'dev', path: 'apps/${{ namespace }}/${{ name }}.yml' },
            ],
          },
        },
      },
    });
    const { output } = await run(
      createManifestAction({ ...deps, config }),
      wallet,
    );
    expect(output.path).toBe('apps/wallets/wallet-eu.yml');
  });

  it('asks for the clusters on behalf of the user, and can be stopped', async () => {
    const deps = fakeDeps();
    const { signal } = new AbortController();
    await run(createManifestAction(deps), wallet, { signal });
    expect(deps.client.getClusters).toHaveBeenCalledWith({
      token: expect.stringContaining('mock-service-token:'),
      signal,
    });
    expect(deps.client.getClusters.mock.calls[0][0]?.token).toContain(
      'user:default/mock',
    );
  });

  it('does nothing for a task that was cancelled', async () => {
    const deps = fakeDeps();
    await expect(
      run(createManifestAction(deps), wallet, {
        signal: AbortSignal.abort(new Error('cancelled')),
      }),
    ).rejects.toThrow('cancelled');
    expect(deps.client.getClusters).not.toHaveBeenCalled();
  });

  it('refuses with every violation, the field and what is wrong with it', async () => {
    const deps = fakeDeps();
    await expect(
      run(createManifestAction(deps), {
        ...wallet,
        replicas: 1000,
        args: ['--out-peers=64', '--data-dir=/mnt/xmr'],
      }),
    ).rejects.toThrow(
      /^The manifest is refused:\n[^]*spec\.replicas: .*100[^]*spec\.monerod\.args\[1\]: .*--data-dir/,
    );
    expect(deps.client.getClusters).not.toHaveBeenCalled();
  });

  it('names the clusters that are known', async () => {
    await expect(
      run(createManifestAction(fakeDeps()), { ...wallet, cluster: 'prod' }),
    ).rejects.toThrow('There is no cluster "prod". Known clusters: dev.');
  });

  it('says when monero-backend cannot be asked', async () => {
    const deps = fakeDeps();
    deps.client.getClusters.mockRejectedValue(
      new MoneroClientError(
        'Unreachable',
        'http://x/clusters cannot be reached.',
      ),
    );
    await expect(run(createManifestAction(deps), wallet)).rejects.toThrow(
      'http://x/clusters cannot be reached. Is monero-backend installed in this portal, and running?',
    );
  });

  it('takes every field that the form knows', () => {
    const fields: Record<keyof NodeSetFormInput | keyof MiningFormInput, true> =
      {
        name: true,
        namespace: true,
        cluster: true,
        owner: true,
        network: true,
        replicas: true,
        hardAntiAffinity: true,
        args: true,
        image: true,
        resources: true,
        prune: true,
        diskSize: true,
        storageClass: true,
        volumeRetention: true,
        serviceType: true,
        serviceAnnotations: true,
        maxUnavailable: true,
        waitForSync: true,
        paused: true,
        kind: true,
        tor: true,
        i2p: true,
        pool: true,
        poolTls: true,
        daemon: true,
        daemonKind: true,
        wallet: true,
        hugePages: true,
      };
    const { schema } = createManifestAction(fakeDeps());
    expect(Object.keys(schema?.input?.properties ?? {}).sort()).toEqual(
      Object.keys(fields).sort(),
    );
  });

  it.each([
    ['MoneroNetwork', { wallet: WALLET }, 'A MoneroNetwork has no "wallet"'],
    [
      'MoneroNodeSet',
      { hugePages: true },
      'A MoneroNodeSet has no "hugePages"',
    ],
    [
      'MoneroMiningNodeSet',
      { diskSize: '1Gi' },
      'A MoneroMiningNodeSet has no "diskSize"',
    ],
  ] as const)(
    'refuses for a %s what it does not have: %j',
    async (kind, more, message) => {
      await expect(
        run(createManifestAction(fakeDeps()), { ...wallet, kind, ...more }),
      ).rejects.toThrow(message);
    },
  );

  it('refuses a wallet whose checksum is wrong, which the API server cannot tell', async () => {
    const typo = `${WALLET.slice(0, 20)}Q${WALLET.slice(21)}`;
    await expect(
      run(createManifestAction(fakeDeps()), {
        name: 'miners',
        cluster: 'dev',
        namespace: 'wallets',
        kind: 'MoneroMiningNodeSet',
        pool: 'pool.example.org:3333',
        wallet: typo,
      }),
    ).rejects.toThrow(/spec\.wallet: .*character 21 should probably be/);
  });

  it.each([
    '../../etc/passwd',
    '$(reboot)',
    '${{ secrets.token }}',
    'a\nspec: {}',
    'w\u0430llet',
  ])('refuses the name %j, and writes nothing', async name => {
    const deps = fakeDeps();
    await expect(
      run(createManifestAction(deps), { ...wallet, name }),
    ).rejects.toThrow(/cannot name a node set|holds lower-case letters/);
    expect(deps.client.getClusters).not.toHaveBeenCalled();
  });

  it.each(examples)('example: $description', async ({ example }) => {
    const action = createManifestAction(fakeDeps());
    const [step] = parse(example).steps;
    expect(step.action).toBe(action.id);
    expect(validate(step.input, action.schema?.input ?? {}).errors).toEqual([]);
    const { output } = await run(action, step.input);
    expect(validate(output, action.schema?.output ?? {}).errors).toEqual([]);
    expect(parse(String(output.manifest))).toMatchObject({
      kind: step.input.kind ?? 'MoneroNodeSet',
      metadata: { name: step.input.name },
    });
  });
});
