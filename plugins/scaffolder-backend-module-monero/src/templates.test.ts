import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  templateEntityV1beta3Validator,
  type TemplateEntityV1beta3,
} from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import {
  GIT_BLOB,
  GIT_MANIFEST,
  MINERS_MANIFEST,
  NETWORK_MANIFEST,
  startScaffolder,
} from './__testUtils__';

const ROOT = resolve(__dirname, '../../..');
const FOLDER = join(ROOT, 'templates');
const FIELDS = join(ROOT, 'plugins/monero/src/scaffolder');

/** Of the reference wallet's tests: worth nothing. */
const WALLET =
  '42w4mJnAX8rJPvZTFetXaxRvGNpwh3u6pbFcdaKscN4wiccFbKotahU3Qo6L2B3xNUPvd7qxLNcJrU3w4ndEiWA14d5rG9h';

function read(name: string): TemplateEntityV1beta3 {
  return parse(readFileSync(join(FOLDER, name, 'template.yaml'), 'utf8'));
}

const names = readdirSync(FOLDER);
const templates = names.map(read);

/** What a form gives when only what it asks for is filled in. */
const where: JsonObject = {
  name: 'playground',
  owner: 'group:default/team-wallet',
  target: { cluster: 'dev', namespace: 'monero' },
};
const leastNodes: JsonObject = {
  ...where,
  kind: 'MoneroNodeSet',
  network: 'mainnet',
  replicas: 1,
  hardAntiAffinity: false,
  prune: false,
  tor: false,
  i2p: false,
};
const mostNodes: JsonObject = {
  ...leastNodes,
  network: 'regtest',
  replicas: 3,
  hardAntiAffinity: true,
  prune: true,
  diskSize: '2Gi',
  args: ['--out-peers=64', '--limit-rate', '128000'],
  tor: true,
  preview: null,
  review: null,
};
const members: JsonObject = {
  ...where,
  kind: 'MoneroNetwork',
  replicas: 5,
  hardAntiAffinity: false,
  args: ['--fixed-difficulty=1'],
  tor: false,
  i2p: false,
};
const poolMiners: JsonObject = {
  ...where,
  kind: 'MoneroMiningNodeSet',
  work: { pool: 'pool.example.org:3333', tls: true },
  wallet: WALLET,
  replicas: 10,
  hardAntiAffinity: true,
  hugePages: false,
  args: ['--rig-id=rig-$(id)'],
};
const soloMiners: JsonObject = {
  ...poolMiners,
  work: { daemon: 'lab', daemonKind: 'MoneroNetwork' },
  args: ['--randomx-mode=light'],
};

/** What a form gives that is opened from the page of an object. */
const opened = (kind: string, name: string, more: JsonObject = {}) => ({
  object: { kind, cluster: 'dev', namespace: 'wallets', name, blob: GIT_BLOB },
  ...more,
});
const nodes = opened('MoneroNodeSet', 'wallet-eu', {
  replicas: 2,
  hardAntiAffinity: false,
  diskSize: '100Gi',
  args: ['--out-peers=64'],
});

describe('the templates', () => {
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;
  beforeAll(async () => {
    scaffolder = await startScaffolder(templates);
  }, 60_000);
  afterAll(() => scaffolder.stop());
  beforeEach(() => {
    scaffolder.proposed.length = 0;
  });

  it.each(names)('%s is a template, by the name of its folder', async name => {
    const template = read(name);
    expect(template.metadata.name).toBe(name);
    await expect(templateEntityV1beta3Validator.check(template)).resolves.toBe(
      true,
    );
  });

  it.each(names)('%s is in both configurations of the app', name => {
    for (const file of ['app-config.yaml', 'app-config.development.yaml']) {
      const { catalog } = parse(readFileSync(join(ROOT, file), 'utf8'));
      const targets = catalog.locations.map(
        (location: { target: string }) => location.target,
      );
      expect(targets).toContain(`../../templates/${name}/template.yaml`);
    }
  });

  it.each(names)('%s names only form fields that there are', name => {
    const source = readdirSync(FIELDS, { recursive: true, encoding: 'utf8' })
      .filter(file => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .map(file => readFileSync(join(FIELDS, file), 'utf8'))
      .join('\n');
    const used = [read(name).spec.parameters ?? []]
      .flat()
      .flatMap(step => Object.values(step.properties as JsonObject))
      .flatMap(property => (property as JsonObject)['ui:field'] ?? []);
    expect(used.length).toBeGreaterThan(1);
    used.forEach(field => expect(source).toContain(`name: '${field}'`));
  });

  it('name only actions that there are', async () => {
    const { body } = await scaffolder.ask('/actions');
    const known = body.map(({ id }: { id: string }) => id);
    const used = templates.flatMap(({ spec }) =>
      spec.steps.map(step => step.action),
    );
    expect(known).toEqual(expect.arrayContaining(used));
  });

  it.each<[string, string, JsonObject, JsonObject]>([
    ['nodes, the least', 'monero-node-set', leastNodes, { replicas: 1 }],
    [
      'nodes, the most',
      'monero-node-set',
      mostNodes,
      {
        replicas: 3,
        hardAntiAffinity: true,
        network: 'regtest',
        diskSize: '2Gi',
        monerod: {
          args: ['--out-peers=64', '--limit-rate', '128000'],
          prune: true,
        },
        tor: { enabled: true },
      },
    ],
    [
      'a network',
      'monero-network',
      members,
      {
        replicas: 5,
        template: { spec: { monerod: { args: ['--fixed-difficulty=1'] } } },
      },
    ],
    [
      'miners at a pool',
      'monero-mining-node-set',
      poolMiners,
      {
        replicas: 10,
        hardAntiAffinity: true,
        xmrig: {
          args: ['--url=pool.example.org:3333', '--tls', '--rig-id=rig-$(id)'],
        },
        wallet: WALLET,
      },
    ],
    [
      'miners for a node set',
      'monero-mining-node-set',
      soloMiners,
      {
        replicas: 10,
        hardAntiAffinity: true,
        xmrig: { args: ['--randomx-mode=light'] },
        daemonRef: { kind: 'MoneroNetwork', name: 'lab' },
        wallet: WALLET,
      },
    ],
  ])(
    'show in a dry run what would be created, and propose nothing: %s',
    async (_, name, values, spec) => {
      const { status, body } = await scaffolder.dryRun(read(name), values);
      expect({ status, errors: body.errors, error: body.error }).toEqual({
        status: 200,
      });
      expect(scaffolder.proposed).toEqual([]);
      expect(body.output.links).toEqual([]);
      expect(body.output.text[0].content).toMatch(
        /^\*\*Dry run: nothing was proposed\.\*\*/,
      );
      const [file] = body.directoryContents;
      expect(file.path).toBe('clusters/dev/monero/playground.yaml');
      expect(
        parse(Buffer.from(file.base64Content, 'base64').toString()),
      ).toEqual({
        apiVersion: 'utxo.com.br/v1alpha1',
        kind: values.kind,
        metadata: {
          name: 'playground',
          namespace: 'monero',
          annotations: { 'utxo.com.br/owner': 'group:default/team-wallet' },
        },
        spec,
      });
    },
    30_000,
  );

  it.each<[string, string, JsonObject, string]>([
    [
      'Scale wallet-eu from 2 to 3',
      'monero-node-set-change',
      { ...nodes, replicas: 3 },
      GIT_MANIFEST.replace('replicas: 2', 'replicas: 3'),
    ],
    [
      'Change arguments of wallet-eu',
      'monero-node-set-change',
      { ...nodes, args: undefined },
      GIT_MANIFEST.replace(/ {2}monerod:\n.*\n.*\n/, ''),
    ],
    [
      'Scale regtest from 3 to 5',
      'monero-network-change',
      opened('MoneroNetwork', 'regtest', {
        replicas: 5,
        hardAntiAffinity: false,
      }),
      NETWORK_MANIFEST.replace('replicas: 3', 'replicas: 5'),
    ],
    [
      'Change placement of miners',
      'monero-mining-node-set-change',
      opened('MoneroMiningNodeSet', 'miners', {
        replicas: 1,
        hardAntiAffinity: true,
        args: ['-o', 'pool.example.org:3333'],
      }),
      MINERS_MANIFEST.replace('spec:\n', 'spec:\n  hardAntiAffinity: true\n'),
    ],
    [
      'Scale miners from 1 to 0',
      'monero-scale',
      opened('MoneroMiningNodeSet', 'miners', { replicas: 0 }),
      MINERS_MANIFEST.replace('spec:\n', 'spec:\n  replicas: 0\n'),
    ],
    [
      'Set wallet-eu to v0.18.4.0',
      'monero-upgrade',
      { ...nodes, image: 'registry.example.org/monerod:v0.18.4.0' },
      GIT_MANIFEST.replace(
        'monerod:\n',
        'monerod:\n    image: registry.example.org/monerod:v0.18.4.0\n',
      ),
    ],
    [
      'Turn Tor on for regtest',
      'monero-anonymity',
      opened('MoneroNetwork', 'regtest', { tor: true, i2p: false }),
      `${NETWORK_MANIFEST}  template:\n    spec:\n      tor:\n        enabled: true\n`,
    ],
  ])(
    'change no more than was changed: %s',
    async (title, name, values, manifest) => {
      const { status, body } = await scaffolder.dryRun(read(name), values);
      expect({ status, errors: body.errors, error: body.error }).toEqual({
        status: 200,
      });
      expect(scaffolder.proposed).toEqual([]);
      expect(body.output.text[0].content).toContain(`"${title}" would write`);
      const [file] = body.directoryContents;
      expect(Buffer.from(file.base64Content, 'base64').toString()).toBe(
        manifest,
      );
    },
    30_000,
  );

  it('propose as the user, and end with the way to the proposal', async () => {
    const { status, events } = await scaffolder.runTask(
      'monero-node-set',
      mostNodes,
    );
    expect(status).toBe('completed');
    expect(scaffolder.proposed).toEqual([
      {
        by: 'user:default/guest',
        input: {
          title: 'Create node set playground',
          cluster: 'dev',
          namespace: 'monero',
          name: 'playground',
          kind: 'MoneroNodeSet',
          owner: 'group:default/team-wallet',
          manifest: expect.stringContaining('kind: MoneroNodeSet'),
          requestId: expect.stringMatching(
            /\/MoneroNodeSet\/dev\/monero\/playground$/,
          ),
        },
      },
    ]);
    const { output } = events.at(-1).body;
    expect(output.links).toEqual([
      expect.objectContaining({ url: '/monero/proposals/12' }),
    ]);
    expect(output.text[0].content).toContain(
      '**Proposal #12** waits for review',
    );
    expect(output.text[1].content).toBe(
      `\`\`\`yaml\n${scaffolder.proposed[0].input.manifest}\`\`\`\n`,
    );
  }, 30_000);

  it('propose a removal with the file that was looked at', async () => {
    const { status } = await scaffolder.runTask(
      'monero-retire',
      opened('MoneroNetwork', 'regtest', { confirm: 'regtest' }),
    );
    expect(status).toBe('completed');
    expect(scaffolder.proposed.map(({ input }) => input)).toEqual([
      expect.objectContaining({
        title: 'Retire regtest',
        kind: 'MoneroNetwork',
        operation: 'retire',
        baseBlob: GIT_BLOB,
      }),
    ]);
  }, 30_000);

  it('tell in the log of the task why a manifest is refused', async () => {
    const { status, events } = await scaffolder.runTask('monero-node-set', {
      ...leastNodes,
      args: ['--data-dir=/mnt/xmr'],
    });
    expect(status).toBe('failed');
    expect(scaffolder.proposed).toEqual([]);
    expect(JSON.stringify(events)).toMatch(
      /The manifest is refused:.{1,9}spec\.monerod\.args\[0\]: --data-dir/,
    );
  }, 30_000);

  it.each([
    ['no name', { name: undefined }],
    ['no place', { target: {} }],
    ['no owner', { owner: undefined }],
    ['more nodes than there can be', { replicas: 101 }],
    ['a network that there is not', { network: 'moonnet' }],
  ])('refuse %s before they begin', async (_, parts) => {
    expect(
      await scaffolder.dryRun(read('monero-node-set'), {
        ...leastNodes,
        ...parts,
      }),
    ).toMatchObject({ status: 400 });
  });

  it.each(names.filter(name => !/set$|network$/.test(name)))(
    'refuse a form of %s that was not opened from an object',
    async name => {
      expect(
        await scaffolder.dryRun(read(name), { replicas: 3 }),
      ).toMatchObject({ status: 400 });
    },
  );
});
