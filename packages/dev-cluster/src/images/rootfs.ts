import {
  chmod,
  copyFile,
  mkdir,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { run } from '../shell/run';
import { ImageError } from './errors';

const UNPACK_TIMEOUT_MS = 120_000;

/** As `dpkg-deb --extract`, but through links. */
const UNPACK =
  'dpkg-deb --fsys-tarfile "$1" | tar -x --keep-directory-symlink -p -C "$2"';

/** Links of a merged /usr, which every supported Debian has. */
const MERGED = ['bin', 'sbin', 'lib', 'lib64'];

/** Folders that ca-certificates' script makes. */
const CERTIFICATES = ['etc', 'etc/ssl', 'etc/ssl/certs'];

/** Left out, as Debian's slim images do. */
const UNUSED = [
  'usr/share/doc',
  'usr/share/info',
  'usr/share/linda',
  'usr/share/lintian',
  'usr/share/locale',
  'usr/share/man',
  'var/cache/man',
];

/**
 * Unpacks packages into a folder that becomes a layer, with the little that
 * their installation scripts would have made: users, certificates, links.
 *
 * @throws ImageError `Packages`
 */
export async function unpackPackages(
  root: string,
  debs: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  // First the links, so that packages that still ship /lib land in /usr/lib;
  // `dpkg-deb --extract` would put a folder in place of the link.
  for (const name of MERGED) {
    await mkdir(join(root, 'usr', name), { recursive: true });
    await symlink(`usr/${name}`, join(root, name));
  }
  for (const deb of debs) {
    try {
      await run(['bash', '-o', 'pipefail', '-c', UNPACK, '-', deb, root], {
        timeoutMs: UNPACK_TIMEOUT_MS,
        signal,
      });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new ImageError('Packages', (cause as Error).message, { cause });
    }
  }
  for (const path of UNUSED) {
    await rm(join(root, path), { recursive: true, force: true });
  }
  await writeUsers(root);
  await writeCertificates(root);
  // Folders made here and not by a package would have the umask's mode.
  const made = ['usr', ...MERGED.map(name => `usr/${name}`), ...CERTIFICATES];
  for (const path of made) {
    await ignoreMissing(chmod(join(root, path), 0o755));
  }
}

/** What base-passwd's script does. */
async function writeUsers(root: string): Promise<void> {
  for (const name of ['passwd', 'group']) {
    const master = join(root, 'usr/share/base-passwd', `${name}.master`);
    await ignoreMissing(copyFile(master, join(root, 'etc', name)));
  }
}

/** What ca-certificates' script does: all of Mozilla's in one file. */
async function writeCertificates(root: string): Promise<void> {
  const folder = join(root, 'usr/share/ca-certificates/mozilla');
  const names = (await ignoreMissing(readdir(folder))) ?? [];
  if (names.length === 0) return;
  const texts = await Promise.all(
    names.sort().map(name => readFile(join(folder, name), 'utf8')),
  );
  const bundle = join(root, 'etc/ssl/certs/ca-certificates.crt');
  await mkdir(dirname(bundle), { recursive: true });
  await writeFile(bundle, texts.map(text => `${text.trim()}\n`).join(''));
  await chmod(bundle, 0o644);
}

/**
 * Removes paths of an image from a layer's folder.
 *
 * @param patterns absolute; `*` in the last part stands for anything
 */
export async function removePaths(
  root: string,
  patterns: readonly string[],
): Promise<void> {
  for (const pattern of patterns) {
    const folder = join(root, dirname(pattern));
    const matches = wildcard(basename(pattern));
    for (const name of (await ignoreMissing(readdir(folder))) ?? []) {
      if (matches.test(name)) {
        await rm(join(folder, name), { recursive: true, force: true });
      }
    }
  }
}

/** Matches whole names; `*` is the only special character. */
export function wildcard(pattern: string): RegExp {
  const parts = pattern
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

async function ignoreMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
