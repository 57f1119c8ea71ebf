import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { findRunning } from '@monero-portal/dev-cluster';
import { validateManifest } from '@monero-portal/monero-api';
import { parseAllDocuments } from 'yaml';
import {
  withoutResource,
  withResource,
} from '../src/services/proposals/kustomization';

const SAMPLE = path.join(__dirname, '../../../examples/gitops/clusters/dev');
const TIMEOUT_MS = 60_000;

interface Rendered {
  kind: string;
  metadata: { name: string; namespace?: string };
}

/** What `kubectl kustomize` makes of the sample of a GitOps repository. */
describe('the sample repository', () => {
  let folder: string;
  let kubectl: string;

  beforeAll(async () => {
    const dataDir = process.env.MONERO_DEV_CLUSTER_DATA ?? '';
    const running = await findRunning(dataDir);
    if (!running?.binDir) throw new Error(`no cluster runs on "${dataDir}"`);
    kubectl = path.join(running.binDir, 'kubectl');
  });
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'monero-layout-'));
    await cp(SAMPLE, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function rendered(): Promise<Rendered[]> {
    const { stdout } = await promisify(execFile)(
      kubectl,
      ['kustomize', folder],
      { timeout: TIMEOUT_MS },
    );
    return parseAllDocuments(stdout).map(document => document.toJS());
  }

  async function keep(edit: typeof withResource, file: string) {
    const kustomization = path.join(folder, 'monero/kustomization.yaml');
    const text = await readFile(kustomization, 'utf8');
    await writeFile(kustomization, edit(text, file));
  }

  it('renders a namespace and a node set that the operator accepts', async () => {
    const [namespace, nodeSet, ...others] = await rendered();
    expect(others).toEqual([]);
    expect(namespace).toMatchObject({ kind: 'Namespace' });
    expect(nodeSet).toMatchObject({
      kind: 'MoneroNodeSet',
      metadata: { name: 'regtest', namespace: 'monero' },
    });
    expect(validateManifest(nodeSet)).toEqual([]);
  });

  it('renders a file once the portal has put it into the kustomization', async () => {
    const regtest = path.join(folder, 'monero/regtest.yaml');
    const text = await readFile(regtest, 'utf8');
    await writeFile(
      path.join(folder, 'monero/second.yaml'),
      text.replace('name: regtest', 'name: second'),
    );
    expect(await rendered()).toHaveLength(2);
    await keep(withResource, 'second.yaml');
    const names = (await rendered()).map(({ metadata }) => metadata.name);
    expect(names).toEqual(['monero', 'regtest', 'second']);
  });

  it('still renders when the last file was retired', async () => {
    await rm(path.join(folder, 'monero/regtest.yaml'));
    await keep(withoutResource, 'regtest.yaml');
    await keep(withoutResource, 'namespace.yaml');
    expect(await rendered()).toEqual([]);
  });
});
