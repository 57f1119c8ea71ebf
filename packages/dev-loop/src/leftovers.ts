import { readFile, readdir } from 'node:fs/promises';

const read = (file: string) => readFile(file, 'utf8').catch(() => '');

async function processesOn(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async pid => {
      const commandLine = await read(`/proc/${pid}/cmdline`);
      // Inside the cluster's namespaces the folder has another name; only the
      // mounts of a process tell what it really is.
      const mounts = await read(`/proc/${pid}/mountinfo`);
      const names = commandLine.includes(folder) || mounts.includes(folder);
      // One that is exiting has given its memory back, and its command line with it.
      return names && commandLine && Number(pid) !== process.pid
        ? [`process ${pid}: ${commandLine.replaceAll('\0', ' ').trim()}`]
        : [];
    }),
  );
  return found.flat();
}

async function mountsNaming(text: string): Promise<string[]> {
  const mounts = await readFile('/proc/self/mounts', 'utf8');
  return mounts
    .split('\n')
    .filter(line => line.includes(text))
    .map(line => `mount ${line}`);
}

/**
 * What a stopped loop has left on the machine: processes and mounts that
 * use its data folder. Linux only.
 *
 * @param dataDir - absolute path of the data folder
 */
export async function leftoversOf(dataDir: string): Promise<string[]> {
  return [...(await processesOn(dataDir)), ...(await mountsNaming(dataDir))];
}
