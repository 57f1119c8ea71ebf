import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderBackend from '@backstage/plugin-scaffolder-backend';
import {
  templateEntityV1beta3Validator,
  type TemplateEntityV1beta3,
} from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import scaffolderModuleMonero from './index';
import { fakeMoneroBackend, type Proposed } from './__testUtils__';

const ROOT = resolve(__dirname, '../../..');
const TEMPLATE = join(ROOT, 'templates/monero-node-set/template.yaml');
const FIELDS = join(ROOT, 'plugins/monero/src/scaffolder');
const BUILT_IN_FIELDS = ['OwnerPicker'];
const DEADLINE_MS = 20_000;

const template: TemplateEntityV1beta3 = parse(readFileSync(TEMPLATE, 'utf8'));

/** What the form gives when only what it asks for is filled in. */
const least: JsonObject = {
  name: 'playground',
  owner: 'group:default/team-wallet',
  target: { cluster: 'dev', namespace: 'monero' },
  network: 'mainnet',
  replicas: 1,
  hardAntiAffinity: false,
  prune: false,
};

/** What it gives when every field is filled in. */
const most: JsonObject = {
  ...least,
  network: 'regtest',
  replicas: 3,
  hardAntiAffinity: true,
  prune: true,
  diskSize: '2Gi',
  args: ['--out-peers=64', '--limit-rate', '128000'],
  preview: null,
};

describe('template monero-node-set', () => {
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let proposed: Proposed[];

  beforeAll(async () => {
    proposed = [];
    backend = await startTestBackend({
      features: [
        scaffolderBackend,
        scaffolderModuleMonero,
        fakeMoneroBackend(proposed),
        catalogServiceMock.factory({ entities: [template] }),
        mockServices.rootConfig.factory({
          data: { app: { baseUrl: 'http://localhost:3000' } },
        }),
      ],
    });
  }, 60_000);

  afterAll(async () => {
    await backend.stop();
  });

  beforeEach(() => {
    proposed.length = 0;
  });

  /** Asks the scaffolder as the user. */
  async function ask(path: string, body?: JsonObject) {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/scaffolder/v2${path}`,
      {
        method: body ? 'POST' : 'GET',
        headers: {
          Authorization: mockCredentials.user.header('user:default/guest'),
          'Content-Type': 'application/json',
        },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(DEADLINE_MS),
      },
    );
    return { status: response.status, body: await response.json() };
  }

  function dryRun(values: JsonObject) {
    return ask('/dry-run', {
      template: JSON.parse(JSON.stringify(template)),
      values,
      directoryContents: [],
    });
  }

  /** Runs the template and waits for its end. */
  async function runTask(values: JsonObject) {
    const { body: created } = await ask('/tasks', {
      templateRef: 'template:default/monero-node-set',
      values,
    });
    const end = Date.now() + DEADLINE_MS;
    for (;;) {
      const { body: task } = await ask(`/tasks/${created.id}`);
      if (['completed', 'failed', 'cancelled'].includes(task.status)) {
        const { body: events } = await ask(`/tasks/${created.id}/events`);
        return { status: task.status, events };
      }
      if (Date.now() > end) {
        throw new Error(`The task is still ${task.status}`);
      }
      await new Promise(done => setTimeout(done, 100));
    }
  }

  it('is a template', async () => {
    await expect(templateEntityV1beta3Validator.check(template)).resolves.toBe(
      true,
    );
  });

  it('names only form fields that there are', () => {
    const source = readdirSync(FIELDS, { recursive: true, encoding: 'utf8' })
      .filter(file => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .map(file => readFileSync(join(FIELDS, file), 'utf8'))
      .join('\n');
    const used = [template.spec.parameters ?? []]
      .flat()
      .flatMap(step => Object.values(step.properties as JsonObject))
      .flatMap(property => (property as JsonObject)['ui:field'] ?? []);
    expect(used).toHaveLength(7);
    used
      .filter(name => !BUILT_IN_FIELDS.includes(String(name)))
      .forEach(name => expect(source).toContain(`name: '${name}'`));
  });

  it('names only actions that there are', async () => {
    const { body } = await ask('/actions');
    const known = body.map(({ id }: { id: string }) => id);
    expect(known).toEqual(
      expect.arrayContaining(template.spec.steps.map(step => step.action)),
    );
  });

  it.each([
    ['the least', least, { replicas: 1 }],
    [
      'the most',
      most,
      {
        replicas: 3,
        hardAntiAffinity: true,
        network: 'regtest',
        diskSize: '2Gi',
        monerod: {
          args: ['--out-peers=64', '--limit-rate', '128000'],
          prune: true,
        },
      },
    ],
  ])(
    'shows in a dry run what it would propose, and proposes nothing: %s',
    async (_, values, spec) => {
      const { status, body } = await dryRun(values);
      expect({ status, errors: body.errors, error: body.error }).toEqual({
        status: 200,
      });
      expect(proposed).toEqual([]);
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
        kind: 'MoneroNodeSet',
        metadata: {
          name: 'playground',
          namespace: 'monero',
          annotations: { 'utxo.com.br/owner': 'group:default/team-wallet' },
        },
        spec,
      });
    },
  );

  it('proposes as the user, and ends with the way to the proposal', async () => {
    const { status, events } = await runTask(most);
    expect(status).toBe('completed');
    expect(proposed).toEqual([
      {
        by: 'user:default/guest',
        input: {
          title: 'Create node set playground',
          cluster: 'dev',
          namespace: 'monero',
          name: 'playground',
          kind: 'MoneroNodeSet',
          owner: 'group:default/team-wallet',
          requestId: expect.stringMatching(
            /^[\da-f-]{36}\/MoneroNodeSet\/dev\/monero\/playground$/,
          ),
          manifest: expect.stringContaining('kind: MoneroNodeSet'),
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
      `\`\`\`yaml\n${proposed[0].input.manifest}\`\`\`\n`,
    );
  }, 30_000);

  it('tells in the log of the task why a manifest is refused', async () => {
    const { status, events } = await runTask({
      ...least,
      args: ['--data-dir=/mnt/xmr'],
    });
    expect(status).toBe('failed');
    expect(proposed).toEqual([]);
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
  ])('refuses %s before it begins', async (_, parts) => {
    const values = JSON.parse(JSON.stringify({ ...least, ...parts }));
    expect(await dryRun(values)).toMatchObject({ status: 400 });
  });
});
