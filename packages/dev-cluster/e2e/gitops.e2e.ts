import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KubeObject, RESOURCES } from '@monero-portal/kube-client';
import { seedGitOpsRepository, startGitOpsAgent } from '../src';
import { commitTo } from '../src/gitops/testing/commitTo';
import type { GitOpsAgent, GitOpsEvent } from '../src';
import { find, sharedCluster, SharedCluster } from './sharedCluster';
import { temporaryDataDir, waitFor } from './support';

interface ConfigMap extends KubeObject {
  data?: Record<string, string>;
}

const configMap = (name: string, value: string) =>
  `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
data:
  value: "${value}"
`;

const namespace = (name: string) => `apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
`;

describe('the GitOps agent', () => {
  let cluster: SharedCluster;
  let data: Awaited<ReturnType<typeof temporaryDataDir>>;
  let repository: string;
  let folder: string;
  let first: string;
  let second: string;
  let agent: GitOpsAgent;
  const stop = new AbortController();
  const events: GitOpsEvent[] = [];

  beforeAll(async () => {
    cluster = await sharedCluster();
    data = await temporaryDataDir();
    repository = join(data.dataDir, 'gitops.git');
    folder = `clusters/e2e-${cluster.unique}`;
    first = `e2e-${cluster.unique}-a`;
    second = `e2e-${cluster.unique}-b`;
    await seedGitOpsRepository({
      path: repository,
      files: {
        [`${folder}/namespaces.yaml`]: `${namespace(first)}---\n${namespace(
          second,
        )}`,
        [`${folder}/${first}/one.yaml`]: configMap('one', '1'),
        [`${folder}/${second}/two.yaml`]: configMap('two', '1'),
      },
    });
    agent = startGitOpsAgent({
      repository,
      branch: 'main',
      path: folder,
      kubeconfigPath: cluster.kubeconfigPath,
      kubectl: cluster.kubectl,
      signal: stop.signal,
      onEvent: event => events.push(event),
      resyncMs: 3000,
    });
  }, 300_000);

  afterAll(async () => {
    stop.abort();
    await agent?.done;
    if (cluster) {
      const { client, unique } = cluster;
      for (const name of [first, second]) {
        await client.delete(RESOURCES.namespaces, undefined, name);
      }
      const sources = {
        group: 'monero-portal.io',
        version: 'v1alpha1',
        plural: 'gitopssources',
        namespaced: false,
      };
      const name = `clusters-e2e-${unique}`;
      await client.delete(sources, undefined, name);
      await client.delete(
        RESOURCES.configMaps,
        'gitops-system',
        `${name}-revision`,
      );
      await cluster.release();
    }
    await data?.remove();
  });

  const valueOf = async (name: string, in_: string) =>
    (await find<ConfigMap>(cluster.client, RESOURCES.configMaps, in_, name))
      ?.data?.value;

  const commit = (change: (tree: string) => Promise<unknown>) =>
    commitTo(repository, tree => change(join(tree, folder)));

  const outcomeOf = async (wanted: string): Promise<GitOpsEvent> => {
    const found = () => events.find(event => event.commit === wanted);
    await waitFor(`commit ${wanted}`, async () => found() !== undefined);
    return found() as GitOpsEvent;
  };

  it('applies what is there, namespaces first', async () => {
    await waitFor('the first commit', async () => events.length > 0);
    expect(events).toMatchObject([{ type: 'applied', detail: '4 objects' }]);
    expect(await valueOf('one', first)).toBe('1');
    expect(await valueOf('two', second)).toBe('1');
  });

  it('changes, creates and removes with a commit', async () => {
    const made = await commit(async tree => {
      await writeFile(join(tree, first, 'one.yaml'), configMap('one', '2'));
      await writeFile(join(tree, first, 'new.yaml'), configMap('new', '1'));
      await rm(join(tree, second, 'two.yaml'));
    });
    expect(await outcomeOf(made)).toMatchObject({ type: 'applied' });
    expect(agent.lastApplied()).toMatchObject({ commit: made });
    expect(await valueOf('one', first)).toBe('2');
    expect(await valueOf('new', first)).toBe('1');
    expect(await valueOf('two', second)).toBeUndefined();
  });

  it('brings back what somebody removed', async () => {
    await cluster.client.delete(RESOURCES.configMaps, first, 'one');
    await waitFor('the object', async () => {
      return (await valueOf('one', first)) !== undefined;
    });
    expect(await valueOf('one', first)).toBe('2');
  });

  it('reports a field that somebody else took, and gets it back by agreeing', async () => {
    await cluster.client.patch(
      RESOURCES.configMaps,
      first,
      'one',
      { data: { value: 'theirs' } },
      { type: 'merge', fieldManager: 'somebody' },
    );
    await waitFor('the report', async () => {
      return agent.lastApplied().error !== undefined;
    });
    expect(agent.lastApplied().error).toMatch(
      /^error: Apply failed with 1 conflict: conflict with "somebody"[^\n]*: \.data\.value$/,
    );
    expect(await valueOf('one', first)).toBe('theirs');

    const made = await commit(tree =>
      writeFile(join(tree, first, 'one.yaml'), configMap('one', 'theirs')),
    );
    expect(await outcomeOf(made)).toMatchObject({ type: 'applied' });
  });

  it('names the file that does not parse, and leaves the cluster alone', async () => {
    const made = await commit(async tree => {
      await mkdir(join(tree, second), { recursive: true });
      await writeFile(join(tree, second, 'bad.yaml'), 'a: [\n');
      await rm(join(tree, first, 'new.yaml'));
    });
    const outcome = await outcomeOf(made);
    expect(outcome.type).toBe('failed');
    expect(outcome.detail).toContain(`${folder}/${second}/bad.yaml: `);
    expect(await valueOf('new', first)).toBe('1');
  });

  it('removes nothing when everything is gone from the repository', async () => {
    const made = await commit(tree => rm(tree, { recursive: true }));
    const outcome = await outcomeOf(made);
    expect(outcome.type).toBe('failed');
    expect(outcome.detail).toContain(`no manifest in ${folder}`);
    expect(await valueOf('one', first)).toBe('theirs');
  });

  it('removes the last object, but not the namespaces that hold others', async () => {
    const made = await commit(async tree => {
      await mkdir(tree, { recursive: true });
      await writeFile(join(tree, 'namespaces.yaml'), namespace(first));
    });
    expect(await outcomeOf(made)).toMatchObject({ type: 'applied' });
    expect(await valueOf('one', first)).toBeUndefined();
    const kept = await find(
      cluster.client,
      RESOURCES.namespaces,
      undefined,
      second,
    );
    expect(kept?.metadata.deletionTimestamp).toBeUndefined();
    expect(kept).toBeDefined();
  });
});
