import { z } from 'zod';
import { DevClusterError } from '../errors';
import { readHolder, tryLock } from '../host/socketLock';
import { layoutOf, type Layout } from './layout';

const RunningClusterSchema = z.object({
  pid: z.number().int(),
  dataDir: z.string(),
  kubeconfigPath: z.string(),
  /** Not known yet while the programs are being built. */
  binDir: z.string().optional(),
});

/** What a running cluster says about itself to other processes. */
export type RunningCluster = z.infer<typeof RunningClusterSchema>;

function lockName(layout: Layout): string {
  return `cluster:${layout.dataDir}`;
}

/**
 * The cluster that runs on this data folder, if one does.
 * @throws DevClusterError `HolderSilent` when it does not say what it is
 */
export async function findRunning(
  dataDir: string,
): Promise<RunningCluster | undefined> {
  const text = await readHolder(lockName(layoutOf(dataDir)));
  return text === undefined
    ? undefined
    : RunningClusterSchema.parse(JSON.parse(text));
}

/**
 * Claims the data folder for this process.
 * @throws DevClusterError `AlreadyRunning` naming the process that has it.
 */
export async function holdInstance(
  layout: Layout,
  { kubeconfigPath }: { kubeconfigPath: string },
) {
  const info: RunningCluster = {
    pid: process.pid,
    dataDir: layout.dataDir,
    kubeconfigPath,
  };
  const held = await tryLock(lockName(layout), JSON.stringify(info));
  if (!held) {
    const running = await findRunning(layout.dataDir).catch(() => undefined);
    throw new DevClusterError(
      'AlreadyRunning',
      `A cluster already runs on ${layout.dataDir} (process ${
        running?.pid ?? 'unknown'
      }). Stop it, or give another data folder.`,
    );
  }
  return {
    release: () => held.release(),
    publish: ({ binDir }: { binDir: string }) =>
      held.setInfo(JSON.stringify({ ...info, binDir })),
  };
}
