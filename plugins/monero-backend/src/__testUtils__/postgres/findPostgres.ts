import { execFile, spawnSync } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** What runs PostgreSQL. */
export interface PostgresPrograms {
  /** Folder of initdb and postgres. */
  bin: string;
  env: NodeJS.ProcessEnv;
}

/** PostgreSQL refuses root; on Debian this is nobody. */
const NOBODY = 65534;
const FETCH = resolve(__dirname, '../../../scripts/fetch-postgres.sh');

/** As whom PostgreSQL runs: as ourselves, unless we are root. */
export function postgresUser(): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/**
 * The machine's PostgreSQL or, where there is none, Debian's from the cache.
 * `POSTGRES_BIN` names another.
 *
 * @param folder - belongs to the user of PostgreSQL; what that user may not
 *   read where it is (the cache of root) is copied into it
 */
export async function findPostgres(folder: string): Promise<PostgresPrograms> {
  const bin = process.env.POSTGRES_BIN ?? (await fetched());
  if (mayRun(bin)) {
    return { bin, env: envOf(bin) };
  }
  const copy = join(folder, 'programs');
  await mkdir(copy);
  await cp(rootOf(bin), copy, { recursive: true, verbatimSymlinks: true });
  await handOver(copy);
  const copied = join(copy, bin.slice(rootOf(bin).length));
  return { bin: copied, env: envOf(copied) };
}

async function fetched(): Promise<string> {
  const { stdout } = await promisify(execFile)(FETCH, {
    timeout: 10 * 60_000,
  });
  return stdout.trim();
}

/** The user of PostgreSQL removes it in the end. */
async function handOver(folder: string): Promise<void> {
  const { uid, gid } = postgresUser();
  if (uid !== undefined) {
    await promisify(execFile)('chown', ['-R', `${uid}:${gid}`, folder]);
  }
}

function mayRun(bin: string): boolean {
  return (
    spawnSync(join(bin, 'initdb'), ['--version'], {
      env: envOf(bin),
      cwd: '/',
      ...postgresUser(),
    }).status === 0
  );
}

/** Of ROOT/usr/lib/postgresql/15/bin the ROOT. */
function rootOf(bin: string): string {
  return [1, 2, 3, 4, 5].reduce(dirname, bin);
}

/** What was unpacked finds the libraries that were unpacked with it. */
function envOf(bin: string): NodeJS.ProcessEnv {
  const own = join(rootOf(bin), 'usr/lib', `${machine()}-linux-gnu`);
  return { PATH: process.env.PATH, LD_LIBRARY_PATH: own, LC_ALL: 'C.UTF-8' };
}

function machine(): string {
  return process.arch === 'arm64' ? 'aarch64' : 'x86_64';
}
