import { statfs } from 'node:fs/promises';
import { DevClusterError } from '../errors';

const GIB = 1024 ** 3;

/**
 * Makes sure that the disk of a folder has room.
 * @param purpose continues "too little ...".
 * @throws DevClusterError `DiskFull`
 */
export async function assertFreeSpace(
  dir: string,
  gib: number,
  purpose: string,
): Promise<void> {
  const { bavail, bsize } = await statfs(dir);
  if (bavail * bsize < gib * GIB) {
    throw new DevClusterError(
      'DiskFull',
      `The disk of ${dir} has less than ${gib} GB free, too little ${purpose}. Make room there.`,
    );
  }
}
