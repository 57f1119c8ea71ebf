/**
 * How fast the list of 10,000 proposals pages, on SQLite and on a real
 * PostgreSQL: the bare query, the store, the service with its JSON, and the
 * route over HTTP. Times are medians in milliseconds; ratios are to the query.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  AuditorService,
  DatabaseService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  proposalFilterSchema,
  type ProposalFilter,
} from '@monero-portal/plugin-monero-common';
import express from 'express';
import type { Knex } from 'knex';
import { createRouter } from '../src/router';
import { FleetSnapshot } from '../src/services/fleet';
import {
  DefaultProposalService,
  ProposalStore,
  Targets,
} from '../src/services/proposals';
import {
  postgres,
  sqlite,
  type TestDatabase,
} from '../src/__testUtils__/databases';
import { insertMany } from '../src/testing/manyRows';
import { startPostgres } from '../src/__testUtils__/postgres';

const COUNT = 10_000;
const ROUNDS = 60;

/** Each with the condition of the same page in SQL. */
const PAGES: readonly [what: string, query: string, where: string][] = [
  ['newest 100', '', `state <> 'drafting'`],
  ['100 in the middle', 'before=5000', `state <> 'drafting' AND id < 5000`],
  [
    'of one owner',
    'owner=group:default/g3',
    `state <> 'drafting' AND owner = 'group:default/g3'`,
  ],
  [
    'of a rare owner',
    'owner=group:default/rare',
    `state <> 'drafting' AND owner = 'group:default/rare'`,
  ],
  ['of one cluster', 'cluster=c3', `state <> 'drafting' AND cluster = 'c3'`],
  ['open', 'state=open', `state IN ('proposed', 'conflict')`],
  ['closed', 'state=closed', `state = 'closed'`],
  [
    'of one object',
    'cluster=c1&namespace=monero&name=web-11',
    `state <> 'drafting' AND cluster = 'c1' AND namespace = 'monero' AND name = 'web-11'`,
  ],
];

async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[ROUNDS / 2];
}

/** The portal's own way to a page. */
function portalOf(store: ProposalStore) {
  const clusters = { get: () => undefined };
  const health = { clusters: () => [], nodeSet: () => undefined };
  const proposals = new DefaultProposalService({
    limit: { take: async () => {} },
    ...{ store, clusters, health },
    targets: new Targets([]),
    onChange: () => {},
    portalUrl: '',
  });
  const router = createRouter({
    proposals,
    health: {
      ...health,
      list: () => [],
      get: () => undefined,
      keys: () => [],
      nodeSets: () => [],
    },
    lags: {
      read: async () => ({
        from: 0,
        stepSeconds: 1800,
        worstOf: () => undefined,
      }),
    },
    history: { read: () => Promise.reject(new Error('not asked')) },
    fleet: new FleetSnapshot(),
    isLocating: () => false,
    webhooks: { receive() {} },
    actors: { actorOf: async () => ({ ref: '', name: '', email: '' }) },
    httpAuth: {
      credentials: async () => ({ $$type: '@backstage/BackstageCredentials' }),
    } as unknown as HttpAuthService,
    granter: async credentials => ({ credentials, covers: () => true }),
    auditor: {} as AuditorService,
  });
  return { proposals, app: express().use(router) };
}

async function bench(database: TestDatabase): Promise<void> {
  const { knex } = await database.open();
  try {
    await benchOn(database.name, knex);
  } finally {
    await database.close();
  }
}

async function benchOn(name: string, knex: Knex): Promise<void> {
  const store = await ProposalStore.create({
    getClient: async () => knex,
  } as DatabaseService);
  await insertMany(knex, COUNT);
  await knex.raw('ANALYZE');
  const { proposals, app } = portalOf(store);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  process.stdout.write(`\n${name}, ${COUNT} proposals\n`);
  const header = ['page', 'query', 'store', '', 'with JSON', '', 'HTTP', ''];
  printRow(header);
  for (const [what, query, where] of PAGES) {
    const filter = filterOf(query);
    const url = `http://127.0.0.1:${port}/proposals?${query}`;
    const times = [
      await median(() => bare(knex, where)),
      await median(() => store.list(filter)),
      await median(async () => JSON.stringify(await proposals.list(filter))),
      await median(async () => (await fetch(url)).arrayBuffer()),
    ];
    printRow([what, ...cells(times)]);
  }
  const active = await median(() => store.listActive());
  process.stdout.write(
    `what is followed, every two seconds: ${active.toFixed(2)} ms\n`,
  );
  server.close();
  server.closeAllConnections();
}

function filterOf(query: string): ProposalFilter {
  return proposalFilterSchema.parse(
    Object.fromEntries(new URLSearchParams(query)),
  );
}

/** What nobody can be faster than: the page, as the database gives it. */
function bare(knex: Knex, where: string): Promise<unknown> {
  return knex.raw(
    `SELECT * FROM proposals WHERE ${where} ORDER BY id DESC LIMIT 101`,
  );
}

function cells([query, ...others]: number[]): string[] {
  return [
    query.toFixed(2),
    ...others.flatMap(time => [
      time.toFixed(2),
      `${(time / query).toFixed(1)}x`,
    ]),
  ];
}

function printRow([what, ...rest]: string[]): void {
  const line = rest.map(cell => cell.padStart(10)).join('');
  process.stdout.write(`${what.padEnd(20)}${line}\n`);
}

async function main(): Promise<void> {
  await bench(sqlite());
  const server = await startPostgres();
  try {
    await bench(postgres(() => server));
  } finally {
    await server.stop();
  }
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
