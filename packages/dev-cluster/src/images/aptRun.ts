/** What an apt RUN asks for. */
export interface AptRun {
  /** As apt takes them: `name` or `name=version*`. */
  packages: string[];
  /** Absolute paths to leave out; `*` stands for anything in the last part. */
  removed: string[];
}

const INSTALL_FLAGS = new Set(['-y', '--yes', '--no-install-recommends']);

/**
 * Reads the one kind of RUN that needs no container to run in: `apt-get
 * update && apt-get install -y --no-install-recommends NAME... && rm -rf
 * PATH...`. Everything else is refused.
 *
 * @throws Error saying what is not understood
 */
export function parseAptRun(command: string): AptRun {
  const result: AptRun = { packages: [], removed: [] };
  for (const part of command.split('&&')) {
    const [program, verb, ...rest] = part
      .trim()
      .split(/\s+/)
      .map(word => word.replace(/^"(.*)"$/, '$1'));
    if (program === 'apt-get' && verb === 'update' && rest.length === 0) {
      continue;
    } else if (program === 'apt-get' && verb === 'install') {
      result.packages.push(...readInstall(rest));
    } else if (program === 'rm' && (verb === '-rf' || verb === '-f')) {
      result.removed.push(...rest.map(readRemoved));
    } else {
      throw new Error(
        `cannot do "${part.trim()}": nothing is run here, only apt-get update, apt-get install -y --no-install-recommends and rm -rf are understood`,
      );
    }
  }
  if (result.packages.length === 0) throw new Error('installs no package');
  return result;
}

function readInstall(words: string[]): string[] {
  const flags = words.filter(word => word.startsWith('-'));
  const unknown = flags.find(flag => !INSTALL_FLAGS.has(flag));
  if (unknown) throw new Error(`does not know apt-get install ${unknown}`);
  if (!flags.includes('--no-install-recommends')) {
    throw new Error('wants apt-get install with --no-install-recommends');
  }
  const packages = words.filter(word => !word.startsWith('-'));
  for (const name of packages) {
    // Policy manual 5.6.1 and 5.6.12; `*` is apt's own wildcard.
    if (!/^[a-z0-9][a-z0-9+.-]*(=[A-Za-z0-9.+~:*-]+)?$/.test(name)) {
      throw new Error(`wants names of packages, but has "${name}"`);
    }
  }
  return packages;
}

function readRemoved(path: string): string {
  const parts = path.split('/');
  const folder = parts.slice(0, -1).join('/');
  if (!path.startsWith('/') || parts.includes('..') || folder.includes('*')) {
    throw new Error(
      `cannot remove "${path}": wants an absolute path, with * in its last part only`,
    );
  }
  return path;
}
