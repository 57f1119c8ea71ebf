import createKnex, { type Knex } from 'knex';
import type { Postgres } from './postgres';

/** New, empty databases of one kind, for tests that run on every kind. */
export interface TestDatabase {
  name: 'SQLite' | 'PostgreSQL';
  /** A new one. @returns what two portals that share it would hold */
  open(): Promise<{ knex: Knex; other: Knex }>;
  /** Ends every connection that was opened. */
  close(): Promise<void>;
}

/** In memory, as the portal has it in development; there is one connection. */
export function sqlite(): TestDatabase {
  return testDatabase('SQLite', async () => {
    const knex = createKnex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    return { knex, other: knex };
  });
}

/** @param server - told late, for tests are declared before it runs */
export function postgres(server: () => Postgres): TestDatabase {
  return testDatabase('PostgreSQL', async () => {
    const config = await server().createDatabase();
    return { knex: createKnex(config), other: createKnex(config) };
  });
}

function testDatabase(
  name: TestDatabase['name'],
  create: TestDatabase['open'],
): TestDatabase {
  const opened = new Set<Knex>();
  return {
    name,
    async open() {
      const pair = await create();
      opened.add(pair.knex).add(pair.other);
      return pair;
    },
    async close() {
      await Promise.all([...opened].map(knex => knex.destroy()));
      opened.clear();
    },
  };
}
