import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { renderConfigFiles } from '../config/clusterFiles';
import { API_SOCKET } from '../config/commands';
import { writeAtomic } from '../host/files';
import { programEnv } from '../host/env';
import { createCgroups } from '../sandbox/cgroups';
import { run } from '../sandbox/exec';
import { startNamespace } from '../sandbox/namespace';
import { startRelay } from '../sandbox/relay';
import type { DevCluster } from '../types';
import type { Cleanup } from './cleanup';
import type { Preparation } from './prepareDevCluster';

/** What the cluster's programs run in. */
export interface Sandbox {
  /** The command line that runs a program inside. */
  wrap(argv: readonly string[]): { file: string; args: string[] };
  exec: DevCluster['exec'];
  dial(host: string, port: number): Duplex;
  /** The machine's path of a file that programs see at this path. */
  outsidePath(path: string): string;
  /** Resolves when the namespaces are gone. */
  ended: Promise<void>;
}

async function writeConfig({ name, nodes, layout }: Preparation) {
  const files = Object.entries(renderConfigFiles(name, nodes));
  await Promise.all([
    mkdir(layout.volumes, { recursive: true }),
    ...files.map(([path, text]) =>
      writeAtomic(join(layout.config, path), text),
    ),
  ]);
}

/**
 * Makes cgroups, namespaces and the relay to the API server, and removes first
 * what an earlier run of the same cluster left. Each part's end is added to the
 * cleanup.
 */
export async function openSandbox(
  prepared: Preparation,
  cleanup: Cleanup,
): Promise<Sandbox> {
  const { layout, nodes, apiPort } = prepared;
  await writeConfig(prepared);
  const cgroups = await createCgroups(layout.instance);
  cleanup.add(() => cgroups.remove());
  const { dataDir } = layout;
  const namespace = await startNamespace({ dataDir, nodes, cgroups });
  cleanup.add(() => namespace.kill());
  const outsidePath = (path: string) =>
    `/proc/${namespace.initPid}/root${path}`;
  const relay = await startRelay(apiPort, () => outsidePath(API_SOCKET));
  cleanup.add(() => relay.close());
  const { wrap, dial, ended } = namespace;
  return {
    ...{ wrap, dial, ended, outsidePath },
    exec(argv, options) {
      const label = argv.join(' ');
      return run({ ...wrap(argv), env: programEnv(), label }, options);
    },
  };
}
