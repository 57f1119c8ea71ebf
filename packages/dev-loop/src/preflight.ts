import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { LoopError } from './LoopError';

const GIBIBYTE = 2 ** 30;
/** Images, chain, databases and logs of a demo stay well below this. */
const NEEDED_BYTES = 4 * GIBIBYTE;

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/**
 * Fails when a port is in use.
 *
 * @param ports - flag name to port number
 * @throws LoopError naming the port and the flag that chooses another
 */
export async function assertPortsFree(
  ports: Record<string, number>,
): Promise<void> {
  for (const [flag, port] of Object.entries(ports)) {
    if (!(await isFree(port))) {
      throw new LoopError(
        `Port ${port} is taken. End what listens there (ss -ltnp "sport = :${port}" shows it), ` +
          `or choose another: npm start -- --${flag} ${port + 1}`,
      );
    }
  }
}

/**
 * Fails when the disk of a folder is nearly full.
 *
 * @throws LoopError naming the folder and the missing space
 */
export async function assertDiskSpace(
  folder: string,
  neededBytes: number = NEEDED_BYTES,
): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const freeBytes = bavail * bsize;
  if (freeBytes < neededBytes) {
    const inGibibytes = (bytes: number) => (bytes / GIBIBYTE).toFixed(1);
    throw new LoopError(
      `Only ${inGibibytes(
        freeBytes,
      )} GiB are free on the disk of ${folder}, ${inGibibytes(
        neededBytes,
      )} GiB are needed. ` +
        `Make room, or choose another folder: npm start -- --data DIR`,
    );
  }
}
