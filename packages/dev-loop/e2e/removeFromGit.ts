import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type KubeClient, RESOURCES } from '@monero-portal/kube-client';
import type { LoopEnvironment } from './environment';
import { namesOf } from './names';

const GIT_TIMEOUT_MS = 30_000;
const POLL_MS = 500;

/** Objects of the loop's cluster, by the files that make them. */
export interface Objects {
  namespace: string;
  names: string[];
}

/**
 * Removes objects from the loop's repository, if they are there, waits until
 * the agent and the operator have stopped every pod of them, and then removes
 * the claims that were kept, too. What a test made is gone after it.
 */
export async function removeFromGit(
  loop: LoopEnvironment,
  client: KubeClient,
  objects: Objects,
): Promise<void> {
  await removeFiles(loop, objects);
  const { namespace, names } = objects;
  const theirs = async (resource: Parameters<typeof namesOf>[1]) =>
    (await namesOf(client, resource, namespace)).filter(of =>
      names.some(name => `-${of}-`.includes(`-${name}-`)),
    );
  const claims = RESOURCES.persistentVolumeClaims;
  while ((await theirs(RESOURCES.pods)).length > 0) await delay(POLL_MS);
  for (const name of await theirs(claims)) {
    await client.delete(claims, namespace, name);
  }
  while ((await theirs(claims)).length > 0) await delay(POLL_MS);
}

async function removeFiles(
  { gitopsRepository }: LoopEnvironment,
  { namespace, names }: Objects,
): Promise<void> {
  const clone = await mkdtemp(path.join(tmpdir(), 'monero-e2e-git-'));
  const git = (...args: string[]) =>
    promisify(execFile)(
      'git',
      [
        ...['-C', clone],
        ...['-c', 'user.name=Test', '-c', 'user.email=test@example.com'],
        ...args,
      ],
      { timeout: GIT_TIMEOUT_MS },
    );
  try {
    await git('clone', '--quiet', '--branch=main', gitopsRepository, '.');
    const files = names.map(name => `clusters/dev/${namespace}/${name}.yaml`);
    await git('rm', '--quiet', '--ignore-unmatch', '--', ...files);
    const { stdout } = await git('status', '--porcelain');
    if (!stdout) return;
    await git('commit', '--quiet', '--message=Remove what a test made');
    await git('push', '--quiet', 'origin', 'HEAD:main');
  } finally {
    await rm(clone, { recursive: true, force: true });
  }
}
