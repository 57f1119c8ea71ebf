import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderBackend from '@backstage/plugin-scaffolder-backend';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import scaffolderModuleMonero from './index';
import {
  fakeMoneroBackend,
  GIT_MANIFEST,
  type Proposed,
} from './__testUtils__';

const TEMPLATE = resolve(
  __dirname,
  '../../../templates/monero-node-set-change/template.yaml',
);
const DEADLINE_MS = 20_000;
const template = parse(readFileSync(TEMPLATE, 'utf8'));

/** What the form gives when it is opened from the page of the node set. */
const asItIs: JsonObject = {
  nodeSet: {
    cluster: 'dev',
    namespace: 'wallets',
    name: 'wallet-eu',
    network: 'stagenet',
  },
  replicas: 2,
  hardAntiAffinity: false,
  diskSize: '100Gi',
  args: ['--out-peers=64'],
};

describe('template monero-node-set-change', () => {
  const proposed: Proposed[] = [];
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
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

  async function dryRun(values: JsonObject) {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/scaffolder/v2/dry-run`,
      {
        method: 'POST',
        headers: {
          Authorization: mockCredentials.user.header('user:default/guest'),
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({ template, values, directoryContents: [] }),
        signal: AbortSignal.timeout(DEADLINE_MS),
      },
    );
    return { status: response.status, body: await response.json() };
  }

  it('is a template', async () => {
    await expect(templateEntityV1beta3Validator.check(template)).resolves.toBe(
      true,
    );
  });

  it.each([
    [
      'Scale wallet-eu from 2 to 3',
      { replicas: 3 },
      GIT_MANIFEST.replace('replicas: 2', 'replicas: 3'),
    ],
    [
      'Change arguments of wallet-eu',
      { args: undefined },
      GIT_MANIFEST.replace(/ {2}monerod:\n.*\n.*\n/, ''),
    ],
  ])(
    'shows what it would propose as "%s", and proposes nothing',
    async (title, change, manifest) => {
      const values = JSON.parse(JSON.stringify({ ...asItIs, ...change }));
      const { status, body } = await dryRun(values);
      expect({ status, errors: body.errors, error: body.error }).toEqual({
        status: 200,
      });
      expect(proposed).toEqual([]);
      expect(body.output.text[0].content).toContain(`"${title}" would write`);
      const [file] = body.directoryContents;
      expect(file.path).toBe('clusters/dev/wallets/wallet-eu.yaml');
      expect(Buffer.from(file.base64Content, 'base64').toString()).toBe(
        manifest,
      );
    },
    30_000,
  );

  it('refuses a form that was not opened from a node set', async () => {
    expect(await dryRun({ replicas: 3 })).toMatchObject({ status: 400 });
  });
});
