import {
  isDatabaseConflictError,
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { ProposalFilter } from '@monero-portal/plugin-monero-common';
import type { Knex } from 'knex';
import type { FactsCriteria } from '../../permissions';
import { whereFacts } from './whereFacts';
import type {
  FullProposalRow,
  NewProposal,
  ProposalRow,
  RowState,
} from './ProposalRow';

const TABLE = 'proposals';
/** Length of a page of the list, unless asked otherwise. */
const PAGE = 100;
/** How many proposals are followed at the same time; the newest, if there are more. */
const MAX_ACTIVE = 500;

/** In the words of the partial indexes, for SQLite compares them. */
const OPEN = `state IN ('proposed', 'conflict')`;
const FOLLOWING = `state = 'merged' AND in_sync_at IS NULL AND superseded_by IS NULL`;
const IN_STATE = {
  open: OPEN,
  proposed: `${OPEN} AND state = 'proposed'`,
  conflict: `${OPEN} AND state = 'conflict'`,
  merged: `state = 'merged'`,
  closed: `state = 'closed'`,
} as const satisfies Record<NonNullable<ProposalFilter['state']>, string>;
/** What ids can be: PostgreSQL refuses to compare with others. */
const MAX_ID = 2 ** 31 - 1;

/** Every column but the manifest. */
const LISTED = [
  ...['id', 'title', 'cluster', 'namespace', 'name', 'kind', 'operation'],
  ...['owner', 'proposed_by', 'created_at', 'state', 'content_hash'],
  ...['open_key', 'path', 'branch', 'target_branch', 'base_commit', 'head'],
  ...['conflict', 'merge_commit', 'merged_at', 'merged_by', 'closed_at'],
  ...['closed_by', 'applied_at', 'applied_generation', 'reconciled_at'],
  ...['in_sync_at', 'superseded_by', 'base_blob', 'request_key', 'volumes'],
  ...['forge', 'pr_number', 'pr_url', 'pr_waits'],
] as const;

type DbRow = Record<string, unknown>;

/** A page of the list. */
export interface ProposalPage {
  rows: ProposalRow[];
  /** Where the next page begins, if there is one. */
  before?: number;
}

/** The table of proposals, on SQLite and PostgreSQL. Nothing is ever deleted. */
export class ProposalStore {
  readonly #db: Knex;

  /** @param db - a database on which the migrations have run */
  constructor(db: Knex) {
    this.#db = db;
  }

  /** Brings the plugin's database up to date. */
  static async create(database: DatabaseService): Promise<ProposalStore> {
    const db = await database.getClient();
    if (!database.migrations?.skip) {
      await db.migrate.latest({
        directory: resolvePackagePath(
          '@monero-portal/plugin-monero-backend',
          'migrations',
        ),
      });
    }
    return new ProposalStore(db);
  }

  /**
   * Stores a draft, unless an open proposal has the same content.
   *
   * @returns the draft, or the proposal that is there already
   */
  async draft(
    proposal: NewProposal,
  ): Promise<{ row: FullProposalRow; created: boolean }> {
    try {
      const [row] = await this.#db<DbRow>(TABLE)
        .insert(toDb({ ...proposal, state: 'drafting' }))
        .returning('*');
      return { row: fromDb(row), created: true };
    } catch (error) {
      const existing = isDatabaseConflictError(error)
        ? await this.findSame(proposal)
        : undefined;
      if (!existing) {
        throw error;
      }
      return { row: existing, created: false };
    }
  }

  /** The proposal of the same request, or the open one (or draft) of the same content. */
  async findSame(
    same: Pick<NewProposal, 'openKey' | 'requestKey'>,
  ): Promise<FullProposalRow | undefined> {
    const { openKey, requestKey } = same;
    const rows = await this.#db<DbRow>(TABLE)
      .where({ open_key: openKey })
      .modify((query: Knex.QueryBuilder) => {
        if (requestKey) query.orWhere({ request_key: requestKey });
      });
    const found = (rows as DbRow[]).map(fromDb);
    return found.find(row => requestKey === row.requestKey) ?? found[0];
  }

  /** @param id - any number: objects in a cluster name one, too */
  async get(id: number): Promise<FullProposalRow | undefined> {
    if (!Number.isInteger(id) || id < 1 || id > MAX_ID) {
      return undefined;
    }
    const row = await this.#db<DbRow>(TABLE).where({ id }).first();
    return row && fromDb(row);
  }

  /** One page, newest first, without drafts. @param covered - which of all there are to be seen */
  async list(
    filter: ProposalFilter,
    covered?: FactsCriteria,
  ): Promise<ProposalPage> {
    const { state, before, limit = PAGE, ...fields } = filter;
    const equal = Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    );
    const rows = await this.#db<DbRow>(TABLE)
      .select(LISTED)
      .where(equal)
      .modify((query: Knex.QueryBuilder) => {
        if (covered) query.where(part => whereFacts(part, covered));
        if (before !== undefined) query.where('id', '<', before);
        if (state) query.whereRaw(IN_STATE[state]);
        else query.whereNot({ state: 'drafting' });
      })
      .orderBy('id', 'desc')
      // One more than the page tells whether there is another.
      .limit(limit + 1);
    const page = (rows as DbRow[]).slice(0, limit).map(fromDb);
    return {
      rows: page,
      before: rows.length > limit ? page[page.length - 1].id : undefined,
    };
  }

  /** Proposals on which something can still happen, oldest first. */
  async listActive(): Promise<ProposalRow[]> {
    // Of each kind by its own index, without what no look needs.
    const found = await Promise.all(
      [OPEN, FOLLOWING].map(condition =>
        this.#db<DbRow>(TABLE)
          .select(LISTED)
          .whereRaw(condition)
          .orderBy('id', 'desc')
          .limit(MAX_ACTIVE),
      ),
    );
    return found
      .flat()
      .map(row => fromDb(row as unknown as DbRow) as ProposalRow)
      .sort((a, b) => a.id - b.id)
      .slice(-MAX_ACTIVE);
  }

  /** The retirement of the same object that was merged after a proposal, if there is one. */
  async retiredAfter(
    row: Pick<
      ProposalRow,
      'kind' | 'cluster' | 'namespace' | 'name' | 'mergedAt'
    >,
  ): Promise<ProposalRow | undefined> {
    const { kind, cluster, namespace, name, mergedAt } = row;
    const found = await this.#db<DbRow>(TABLE)
      .where({ kind, cluster, namespace, name })
      .where({ operation: 'retire', state: 'merged' })
      .where('merged_at', '>', mergedAt ?? '')
      .orderBy('id')
      .first();
    return found && fromDb(found);
  }

  /** Whether another proposal has, or had, that branch. */
  async branchTaken(branch: string, exceptId: number): Promise<boolean> {
    const row = await this.#db<DbRow>(TABLE)
      .where({ branch })
      .whereNot({ id: exceptId })
      .first('id');
    return row !== undefined;
  }

  /**
   * Changes a row if it is in one of the given states.
   *
   * @returns whether it was
   */
  async update(
    id: number,
    states: readonly RowState[],
    patch: Partial<ProposalRow>,
  ): Promise<boolean> {
    const count = await this.#db<DbRow>(TABLE)
      .where({ id })
      .whereIn('state', [...states])
      .update(toDb(patch));
    return count > 0;
  }
}

function toDb(row: Partial<ProposalRow>): DbRow {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      columnOf(key),
      // PostgreSQL stores no such character; forges may send one.
      typeof value === 'string' ? value.replaceAll('\0', '') : value,
    ]),
  );
}

function columnOf(key: string): string {
  return key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

/** Made once: a page has thousands of fields. */
const FIELDS: ReadonlyMap<string, string> = new Map(
  [...LISTED, 'manifest'].map(column => [
    column,
    column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  ]),
);

/** The migrations and this mapping are the only ones who write these columns. */
function fromDb(row: DbRow): FullProposalRow {
  const fields: DbRow = {};
  for (const column of Object.keys(row)) {
    fields[FIELDS.get(column) ?? column] = row[column];
  }
  return fields as unknown as FullProposalRow;
}
