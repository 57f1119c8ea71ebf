import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CommandError, run } from '../shell/run';
import { GitOpsError } from './GitOpsError';
import type { ManifestFile, Manifests } from './manifests';
import {
  revisionFile,
  SOURCE_RESOURCE,
  sourceFile,
  sourceName,
  systemFiles,
} from './source';

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
  const name = sourceName(options.path);
  let prepared = false;

  async function kubectl(args: string[], signal: AbortSignal): Promise<void> {
    try {
      await run(
        [
          options.kubectl,
          `--kubeconfig=${options.kubeconfigPath}`,
          `--request-timeout=${REQUEST_TIMEOUT}`,
          ...args,
        ],
        {
          timeoutMs: KUBECTL_TIMEOUT_MS,
          signal,
          env: { ...process.env, KUBECTL_APPLYSET: 'true' },
        },
      );
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

  async function apply(
    files: readonly ManifestFile[],
    flags: string[],
    signal: AbortSignal,
  ): Promise<void> {
    await withFiles(files, folder =>
      kubectl(
        [
          'apply',
          '--server-side',
          '--force-conflicts=false',
          `--field-manager=${FIELD_MANAGER}`,
          ...flags,
          '--recursive',
          `--filename=${folder}`,
        ],
        signal,
      ),
    );
  }

  /** Makes the set once; from then on kubectl writes it. */
  async function createSet(signal: AbortSignal): Promise<void> {
    try {
      await withFiles([sourceFile(name, options.path)], folder =>
        kubectl(['create', '--recursive', `--filename=${folder}`], signal),
      );
    } catch (error) {
      if (!/\(AlreadyExists\)/.test((error as Error).message)) throw error;
    }
  }

  async function prepare(signal: AbortSignal): Promise<void> {
    await apply(systemFiles(), [], signal);
    await kubectl(
      [
        'wait',
        '--for=condition=Established',
        '--timeout=30s',
        `customresourcedefinition/${SOURCE_RESOURCE}`,
      ],
      signal,
    );
    await createSet(signal);
  }

  return {
    async apply({ foundations, members }, commit, signal) {
      try {
        if (!prepared) await prepare(signal);
        if (foundations.length) await apply(foundations, [], signal);
        await apply(
          [revisionFile(name, commit), ...members],
          ['--prune', `--applyset=${SOURCE_RESOURCE}/${name}`],
          signal,
        );
        prepared = true;
      } catch (error) {
        // What was prepared may be what is missing now.
        prepared = false;
        throw error;
      }
    },
  };
}

/** Writes files for as long as `use` takes, under their own names. */
async function withFiles(
  files: readonly ManifestFile[],
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gitops-'));
  try {
    for (const { path, objects } of files) {
      // Whatever the name in the repository: kubectl goes by the ending.
      const target = join(folder, `${path}.yaml`);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(
        target,
        objects.map(({ source }) => `---\n${source}`).join('\n'),
      );
    }
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** kubectl's words without its advice on flags that nobody can give here. */
export function explain(output: string): string {
  return output
    .replace(/^Please review the fields above[^]*?^See https:.*$/gm, '')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('Warning:'))
    .join('\n');
}
