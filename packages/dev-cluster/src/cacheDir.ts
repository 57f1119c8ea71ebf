import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Folder of everything that can be made again but takes long: built programs
 * and images. `$XDG_CACHE_HOME/monero-portal`, else `~/.cache/monero-portal`.
 */
export function cacheDir(env: NodeJS.ProcessEnv = process.env): string {
  // The XDG specification says to ignore relative paths.
  const xdg = env.XDG_CACHE_HOME;
  const base = xdg && isAbsolute(xdg) ? xdg : join(homedir(), '.cache');
  return join(base, 'monero-portal');
}
