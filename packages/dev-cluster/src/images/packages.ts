import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../shell/run';
import { ImageError } from './errors';

/** Who signs Debian's index; comes with the package debian-archive-keyring. */
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const UPDATE_TIMEOUT_MS = 5 * 60_000;
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
const QUERY_TIMEOUT_MS = 60_000;

/** Packages of one Debian suite. */
export interface PackageSource {
  /**
   * Downloads packages with everything they depend on.
   *
   * @param packages as apt takes them, `name` or `name=version*`
   * @returns paths of the .deb files, sorted by file name
   * @throws ImageError `Packages`
   */
  download(
    packages: readonly string[],
    signal?: AbortSignal,
  ): Promise<string[]>;
}

/**
 * Debian's own apt with state of our own: an empty machine, one suite, the
 * usual signatures. Nothing of the machine's apt is touched.
 *
 * @param folder for index, packages and configuration
 * @param mirror such as `http://HOST/debian`
 * @param suite such as `trixie`
 */
export function aptSource(
  folder: string,
  mirror: string,
  suite: string,
): PackageSource {
  const archives = join(folder, 'cache', 'archives');
  const env = { ...process.env, APT_CONFIG: join(folder, 'apt.conf') };
  let index: Promise<void> | undefined;

  async function apt(
    args: string[],
    timeoutMs: number,
    signal?: AbortSignal,
  ): Promise<string> {
    try {
      const { stdout } = await run(['apt-get', '-qq', ...args], {
        env: { ...env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
        timeoutMs,
        signal,
      });
      return stdout;
    } catch (cause) {
      signal?.throwIfAborted();
      throw new ImageError(
        'Packages',
        `Debian ${suite} from ${mirror}: ${(cause as Error).message}`,
        { cause },
      );
    }
  }

  async function update(signal?: AbortSignal) {
    await access(KEYRING).catch(cause => {
      throw new ImageError(
        'Unsupported',
        `${KEYRING} is missing, and unsigned packages are not used: install debian-archive-keyring`,
        { cause },
      );
    });
    await mkdir(join(folder, 'lists', 'partial'), { recursive: true });
    await mkdir(join(archives, 'partial'), { recursive: true });
    await writeFile(join(folder, 'status'), '');
    await writeFile(
      join(folder, 'sources.list'),
      `deb [signed-by=${KEYRING}] ${mirror} ${suite} main\n`,
    );
    await writeFile(
      join(folder, 'apt.conf'),
      aptConfiguration(folder, await machineAcquire(signal)),
    );
    await apt(['update'], UPDATE_TIMEOUT_MS, signal);
  }

  return {
    async download(packages, signal) {
      // One index for all layers of a build, so that their versions agree.
      index ??= update(signal);
      await index;
      const install = ['install', '-y', '--no-install-recommends'];
      // apt names only what it has still to fetch: what an earlier image
      // needed, too, is in the archives already, and would be left out.
      const nothing = join(folder, 'nothing');
      await mkdir(join(nothing, 'partial'), { recursive: true });
      const uris = await apt(
        [
          '-o',
          `Dir::Cache::archives=${nothing}`,
          ...install,
          '--print-uris',
          ...packages,
        ],
        QUERY_TIMEOUT_MS,
        signal,
      );
      await apt(
        [...install, '--download-only', ...packages],
        DOWNLOAD_TIMEOUT_MS,
        signal,
      );
      return fileNamesIn(uris).map(name => join(archives, name));
    },
  };
}

/** File names in the output of `apt-get --print-uris`, sorted. */
export function fileNamesIn(printUris: string): string[] {
  return [...printUris.matchAll(/^'[^']+' ([^\s/]+\.deb) \d+/gm)]
    .map(match => match[1])
    .sort();
}

/** How this machine reaches mirrors (proxies, certificates), as configuration. */
async function machineAcquire(signal?: AbortSignal): Promise<string[]> {
  const { stdout } = await run(['apt-config', 'dump'], {
    timeoutMs: 15_000,
    signal,
  });
  return stdout
    .split('\n')
    .filter(line => /^Acquire::(https?::|Check-|ForceIPv)/.test(line));
}

/** An apt.conf that keeps everything inside `folder` and runs no hooks. */
function aptConfiguration(folder: string, acquire: readonly string[]): string {
  const settings: [string, string][] = [
    ['Dir::Etc::main', '/dev/null'],
    ['Dir::Etc::parts', '/dev/null'],
    ['Dir::Etc::sourcelist', join(folder, 'sources.list')],
    ['Dir::Etc::sourceparts', '/dev/null'],
    ['Dir::Etc::preferences', '/dev/null'],
    ['Dir::Etc::preferencesparts', '/dev/null'],
    ['Dir::State', folder],
    ['Dir::State::lists', join(folder, 'lists')],
    ['Dir::State::status', join(folder, 'status')],
    ['Dir::Cache', join(folder, 'cache')],
    ['Acquire::Languages', 'none'],
    ['Acquire::Retries', '3'],
    // Else a mirror out of reach is a warning, and every package unknown.
    ['APT::Update::Error-Mode', 'any'],
    // The folder may be closed to the user that apt would become.
    ['APT::Sandbox::User', 'root'],
  ];
  return [...acquire, ...settings.map(([key, value]) => `${key} "${value}";`)]
    .join('\n')
    .concat('\n');
}
