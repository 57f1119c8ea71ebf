import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, appendFile, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import createKnex, { type Knex } from 'knex';
import {
  findPostgres,
  postgresUser,
  type PostgresPrograms,
} from './findPostgres';

/** A PostgreSQL of our own. */
export interface Postgres {
  /** A new, empty database. @returns how to connect to it */
  createDatabase(): Promise<Knex.Config>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

const START_DEADLINE_MS = 60_000;

/**
 * Runs the server, and ends it and removes its data when its standard input
 * is closed: also when whoever started it was killed.
 */
const GUARD = `
"$1/postgres" -D "$2/data" >"$2/log" 2>&1 </dev/null & server=$!
cat >/dev/null
kill -QUIT $server; wait $server
rm -rf "$2"
`;

const SETTINGS = `
listen_addresses = ''
fsync = off
full_page_writes = off
max_connections = 60
shared_buffers = '32MB'
autovacuum_naptime = '10s'
`;

/**
 * Starts a private PostgreSQL in a temporary folder, which is reached through a
 * socket there. Takes about two seconds. It sorts by the rules of a language,
 * as many servers do, and not by bytes as SQLite does.
 */
export async function startPostgres(): Promise<Postgres> {
  const user = postgresUser();
  const folder = await mkdtemp(join(tmpdir(), 'monero-postgres-'));
  try {
    if (user.uid !== undefined && user.gid !== undefined) {
      await chown(folder, user.uid, user.gid);
    }
    const programs = await findPostgres(folder);
    await initialise(folder, programs);
    return await serve(folder, programs);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function initialise(
  folder: string,
  { bin, env }: PostgresPrograms,
): Promise<void> {
  const data = join(folder, 'data');
  const args = [
    ...['--pgdata', data, '--username=postgres', '--auth=trust'],
    ...[
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
      '--no-instructions',
    ],
    ...['--locale-provider=icu', '--icu-locale=en-US'],
  ];
  await promisify(execFile)(join(bin, 'initdb'), args, {
    ...{ env, cwd: folder, timeout: START_DEADLINE_MS },
    ...postgresUser(),
  });
  const settings = `${SETTINGS}unix_socket_directories = '${folder}'\n`;
  await appendFile(join(data, 'postgresql.conf'), settings);
}

async function serve(
  folder: string,
  { bin, env }: PostgresPrograms,
): Promise<Postgres> {
  const guard = spawn('sh', ['-c', GUARD, 'sh', bin, folder], {
    // Ctrl-C is for us; we end the server in an orderly manner.
    ...{ env, cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] },
    ...postgresUser(),
  });
  const ended = once(guard, 'close');
  const connectTo = (database: string): Knex.Config => ({
    client: 'pg',
    connection: { host: folder, user: 'postgres', database },
  });
  const admin = createKnex({
    ...connectTo('postgres'),
    pool: { min: 0, max: 1 },
  });
  const stop = async () => {
    await admin.destroy();
    guard.stdin?.end();
    await ended;
  };
  let count = 0;
  try {
    await untilItAnswers(admin, folder);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    async createDatabase() {
      const name = `test_${(count += 1)}`;
      await admin.raw('CREATE DATABASE ??', [name]);
      return connectTo(name);
    },
    stop,
  };
}

async function untilItAnswers(admin: Knex, folder: string): Promise<void> {
  const deadline = Date.now() + START_DEADLINE_MS;
  for (;;) {
    try {
      // There before the server takes connections; Knex would log each attempt.
      await access(join(folder, '.s.PGSQL.5432'));
      await admin.raw('SELECT 1');
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await delay(50);
    }
  }
}
