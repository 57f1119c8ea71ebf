import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const FETCH_TIMEOUT_MS = 10 * 60_000;

/** Debian suites with a monerod that differs: 0.18.4 and 0.18.0. */
export type Suite = 'trixie' | 'bookworm';

/**
 * Path of a real monerod: `$MONEROD_BIN`, else one that is fetched once from
 * Debian into the cache.
 *
 * @param suite whose monerod to fetch; `$MONEROD_BIN` stands for trixie's only
 * @throws Error saying what the machine lacks
 */
export async function findMonerod(suite: Suite = 'trixie'): Promise<string> {
  const { MONEROD_BIN } = process.env;
  if (MONEROD_BIN && suite === 'trixie') {
    return MONEROD_BIN;
  }
  const ownFolder = dirname(require.resolve('monerod-client/package.json'));
  const script = join(ownFolder, 'scripts', 'fetch-monerod.sh');
  const { stdout } = await promisify(execFile)(script, [suite], {
    timeout: FETCH_TIMEOUT_MS,
  });
  return stdout.trim();
}
