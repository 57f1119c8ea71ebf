import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import { CommandError, run } from '../shell/run';
import { GitOpsError } from './GitOpsError';
import type { ManifestFile, Manifests } from './manifests';

/** Namespace of what the agent keeps in the cluster about itself. */
export const SYSTEM_NAMESPACE = 'gitops-system';

/** Owner of the fields that come from the repository. */
const FIELD_MANAGER = 'gitops';
const KUBECTL_TIMEOUT_MS = 120_000;
const REQUEST_TIMEOUT = '30s';

/** Brings the cluster to what a commit says. */
export interface Applier {
  /** @throws GitOpsError `Apply` */
  apply(
    manifests: Manifests,
    commit: string,
    signal: AbortSignal,
  ): Promise<void>;
}

/** What {@link kubectlApplier} needs. */
export interface ApplierOptions {
  kubectl: string;
  kubeconfigPath: string;
  /** Folder of the repository that is applied; tells its objects from others'. */
  path: string;
}

/**
 * Applies with kubectl on the server side. What was applied before from the
 * same folder and is no longer there is removed (an ApplySet), except for
 * namespaces and definitions. Fields that somebody else set are not taken
 * over: the conflict is reported.
 */
export function kubectlApplier(options: ApplierOptions): Applier {
  const set = options.path.replace(/[^a-z0-9]+/gi, '-').toLowerCase();

  async function kubectl(
    folder: string,
    args: string[],
    signal: AbortSignal,
  ): Promise<string> {
    try {
      const { stdout } = await run(
        [options.kubectl, `--request-timeout=${REQUEST_TIMEOUT}`, ...args],
        {
          timeoutMs: KUBECTL_TIMEOUT_MS,
          signal,
          cwd: folder,
          env: { ...process.env, KUBECTL_APPLYSET: 'true' },
        },
      );
      return stdout;
    } catch (cause) {
      signal.throwIfAborted();
      const output = cause instanceof CommandError ? cause.output : '';
      throw new GitOpsError(
        'Apply',
        explain(output) || (cause as Error).message,
        { cause },
      );
    }
  }

  return {
    async apply({ foundations, members }, commit, signal) {
      const folder = await mkdtemp(join(tmpdir(), 'gitops-'));
      const apply = [
        'apply',
        '--kubeconfig=kubeconfig',
        '--server-side',
        '--force-conflicts=false',
        `--field-manager=${FIELD_MANAGER}`,
      ];
      try {
        const config = await kubectl(
          folder,
          [
            'config',
            'view',
            `--kubeconfig=${options.kubeconfigPath}`,
            '--raw',
            '--flatten',
            '--output=json',
          ],
          signal,
        );
        await writeFile(join(folder, 'kubeconfig'), inNamespace(config), {
          mode: 0o600,
        });
        await kubectl(
          folder,
          [
            ...apply,
            ...(await writeFiles(folder, 'foundations', [
              systemNamespace(),
              ...foundations,
            ])),
          ],
          signal,
        );
        await kubectl(
          folder,
          [
            ...apply,
            '--prune',
            `--applyset=configmaps/${set}`,
            ...(await writeFiles(folder, 'members', [
              revision(set, options.path, commit),
              ...members,
            ])),
          ],
          signal,
        );
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Writes files under their own names and returns kubectl's flags for them. */
async function writeFiles(
  folder: string,
  part: string,
  files: readonly ManifestFile[],
): Promise<string[]> {
  for (const { path, objects } of files) {
    // kubectl tells YAML from JSON by content; the ending must be one it knows.
    const target = join(folder, part, `${path}.yaml`);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(
      target,
      objects
        .map(({ source }) => `---\n${source.replace(/^---.*\n/, '')}`)
        .join('\n'),
    );
  }
  return ['--recursive', `--filename=${part}`];
}

function systemNamespace(): ManifestFile {
  return generated({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: SYSTEM_NAMESPACE },
  });
}

/**
 * A member that is always there: it says which commit is applied, and keeps
 * the set from being empty, which kubectl refuses, when the last object goes.
 */
function revision(set: string, path: string, commit: string): ManifestFile {
  return generated({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `${set}-revision`, namespace: SYSTEM_NAMESPACE },
    data: { commit, path },
  });
}

function generated(object: {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string };
  data?: Record<string, string>;
}): ManifestFile {
  const { apiVersion, kind, metadata } = object;
  return {
    path: `.gitops/${kind}-${metadata.name}`.toLowerCase(),
    objects: [{ apiVersion, kind, metadata, source: stringify(object) }],
  };
}

const configSchema = z
  .object({
    'current-context': z.string(),
    contexts: z.array(
      z.object({ name: z.string(), context: z.record(z.unknown()) }),
    ),
  })
  .passthrough();

/**
 * A kubeconfig whose context stands in our namespace. The flag --namespace
 * would also put the set there, but then kubectl refuses objects elsewhere.
 *
 * @param json output of `kubectl config view`
 * @throws GitOpsError when it has no context
 */
export function inNamespace(json: string): string {
  const parsed = configSchema.safeParse(JSON.parse(json));
  const current = parsed.data?.contexts.find(
    ({ name }) => name === parsed.data['current-context'],
  );
  if (!current) {
    throw new GitOpsError('Apply', 'the kubeconfig has no current context');
  }
  current.context.namespace = SYSTEM_NAMESPACE;
  return JSON.stringify(parsed.data);
}

/** kubectl's words without its advice on flags that nobody can give here. */
export function explain(output: string): string {
  return output
    .split('\n')
    .filter(
      line =>
        !/^(Warning:|Please review the fields|\* |See (https?:|"kubectl))/.test(
          line.trim(),
        ),
    )
    .join('\n')
    .trim();
}
