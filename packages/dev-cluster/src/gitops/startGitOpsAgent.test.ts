import { GitOpsError } from './GitOpsError';
import type { Manifests } from './manifests';
import { startGitOpsAgent } from './startGitOpsAgent';
import type { GitOpsAgent, GitOpsEvent } from './types';

const NODES = {
  path: 'clusters/dev/monero/nodes.yaml',
  text: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: nodes}\n',
};

describe('the GitOps agent', () => {
  let stop: AbortController;
  let head: string | Error;
  let files: { path: string; text: string }[];
  let applyError: Error | undefined;
  let applied: [string, Manifests][];
  let heads: number;
  let events: GitOpsEvent[];
  let agent: GitOpsAgent;

  beforeEach(() => {
    stop = new AbortController();
    head = 'aaa';
    files = [NODES];
    applyError = undefined;
    applied = [];
    heads = 0;
    events = [];
    agent = startGitOpsAgent(
      {
        repository: '/gitops.git',
        branch: 'main',
        path: 'clusters/dev',
        kubeconfigPath: '/kubeconfig',
        kubectl: 'kubectl',
        signal: stop.signal,
        onEvent: event => events.push(event),
        pollMs: 1,
        resyncMs: 5,
      },
      {
        repository: {
          head: async () => {
            heads += 1;
            if (head instanceof Error) throw head;
            return head;
          },
          read: async () => files,
        },
        applier: {
          apply: async (manifests, commit) => {
            applied.push([commit, manifests]);
            if (applyError) throw applyError;
          },
        },
        now: () => heads * 1000,
      },
    );
  });
  afterEach(async () => {
    stop.abort();
    await agent.done;
  });

  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise(resolve => setTimeout(resolve, 1));
  };

  it('applies a commit, says so once, and compares again in silence', async () => {
    await until(() => applied.length >= 3);
    expect(events).toEqual([
      {
        type: 'applied',
        commit: 'aaa',
        detail: '1 object',
        at: new Date(1000),
      },
    ]);
    expect(agent.lastApplied()).toMatchObject({
      commit: 'aaa',
      error: undefined,
    });
    expect(agent.lastApplied().time?.getTime()).toBeGreaterThan(1000);
    expect(applied[0][1].members[0].path).toBe(NODES.path);
  });

  it('applies the next commit', async () => {
    await until(() => events.length === 1);
    head = 'bbb';
    await until(() => events.length === 2);
    expect(events[1]).toMatchObject({ type: 'applied', commit: 'bbb' });
  });

  it('tells a failure once, keeps what was applied, and tells the recovery', async () => {
    await until(() => events.length === 1);
    head = 'bbb';
    applyError = new GitOpsError('Apply', 'conflict with kubectl-edit');
    await until(
      () => applied.filter(([commit]) => commit === 'bbb').length > 2,
    );
    expect(agent.lastApplied()).toMatchObject({
      commit: 'aaa',
      error: 'conflict with kubectl-edit',
    });
    applyError = undefined;
    await until(() => events.length === 3);
    expect(events.slice(1)).toMatchObject([
      { type: 'failed', commit: 'bbb', detail: 'conflict with kubectl-edit' },
      { type: 'applied', commit: 'bbb' },
    ]);
    expect(agent.lastApplied()).toMatchObject({
      commit: 'bbb',
      error: undefined,
    });
  });

  it('does not touch the cluster for a commit that does not parse', async () => {
    await until(() => events.length === 1);
    files = [{ path: 'clusters/dev/a.yaml', text: 'a: [' }];
    head = 'bbb';
    await until(() => events.length === 2);
    expect(events[1].detail).toMatch(/^clusters\/dev\/a\.yaml: /);
    expect(applied.map(([commit]) => commit)).not.toContain('bbb');
  });

  it('lives through a repository that cannot be read', async () => {
    await until(() => events.length === 1);
    head = new GitOpsError('Repository', 'branch main cannot be read');
    await until(() => events.length === 2);
    expect(events[1]).toMatchObject({
      type: 'failed',
      commit: undefined,
      detail: 'branch main cannot be read',
    });
    head = 'aaa';
    await until(() => events.length === 3);
    expect(events[2]).toMatchObject({ type: 'applied', commit: 'aaa' });
  });

  it('ends with the signal, even while it applies', async () => {
    await until(() => events.length === 1);
    applyError = new Error('killed');
    head = 'bbb';
    await until(() => applied.at(-1)?.[0] === 'bbb');
    stop.abort();
    await expect(agent.done).resolves.toBeUndefined();
  });
});
