import { readFile, readdir } from 'node:fs/promises';

async function processesNaming(text: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async pid => {
      const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(
        () => '',
      );
      return commandLine.includes(text) && Number(pid) !== process.pid
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
 * What a stopped loop has left on the machine: processes and mounts that name
 * its data folder. Linux only.
 *
 * @param dataDir - absolute path of the data folder
 */
export async function leftoversOf(dataDir: string): Promise<string[]> {
  return [
    ...(await processesNaming(dataDir)),
    ...(await mountsNaming(dataDir)),
  ];
}
