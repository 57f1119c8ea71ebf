import { chmod, copyFile, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../shell/run';
import { ImageError } from './errors';

/** Libraries that the base layer has (libc6, libgcc-s1, libstdc++6). */
const KNOWN_LIBRARIES =
  /^(linux-vdso|ld-linux\S*|libc|libdl|libgcc_s|libm|libpthread|librt|libstdc\+\+|libatomic)\.so/;

/** The Node that goes into images: the running one. */
export interface NodeRuntime {
  /** Path of the program. */
  path: string;
  /** Such as `v22.23.3`. */
  version: string;
}

/** Stands for the runtime in a cache key. */
export async function nodeIdentity(runtime: NodeRuntime): Promise<string> {
  return `${runtime.version} ${(await stat(runtime.path)).size}`;
}

/**
 * Puts Node where the official image has it.
 *
 * @throws ImageError `Unsupported` when it needs libraries of this machine
 */
export async function installNode(
  root: string,
  runtime: NodeRuntime,
  signal?: AbortSignal,
): Promise<void> {
  const { stdout } = await run(['ldd', runtime.path], {
    timeoutMs: 15_000,
    signal,
  });
  const foreign = foreignLibraries(stdout);
  if (foreign.length) {
    throw new ImageError(
      'Unsupported',
      `${runtime.path} needs ${foreign.join(
        ', ',
      )} of this machine and cannot run in an image: use Node as nodejs.org builds it`,
    );
  }
  const target = join(root, 'usr/local/bin/node');
  await mkdir(join(root, 'usr/local/bin'), { recursive: true });
  await copyFile(runtime.path, target);
  await chmod(target, 0o755);
}

/** Libraries in the output of ldd that the base layer lacks. */
export function foreignLibraries(ldd: string): string[] {
  return ldd
    .split('\n')
    .map(line => line.trim().split(' ')[0].split('/').at(-1) ?? '')
    .filter(name => name.includes('.so') && !KNOWN_LIBRARIES.test(name));
}
