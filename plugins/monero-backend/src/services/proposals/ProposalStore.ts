import {
  isDatabaseConflictError,
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { ProposalFilter } from '@monero-portal/plugin-monero-common';
import type { Knex } from 'knex';
import {
  OPEN_STATES,
  type NewProposal,
  type ProposalRow,
  type RowState,
} from './ProposalRow';

const TABLE = 'proposals';
/** A list is for people; older ones are found with a filter. */
const MAX_ROWS = 500;

type DbRow = Record<string, unknown>;

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
  ): Promise<{ row: ProposalRow; created: boolean }> {
    try {
      const [row] = await this.#db<DbRow>(TABLE)
        .insert(toDb({ ...proposal, state: 'drafting' }))
        .returning('*');
      return { row: fromDb(row), created: true };
    } catch (error) {
      const existing = isDatabaseConflictError(error)
        ? await this.findOpen(proposal.openKey)
        : undefined;
      if (!existing) {
        throw error;
      }
      return { row: existing, created: false };
    }
  }

  /** The open proposal (or draft) with that key. */
  async findOpen(openKey: string): Promise<ProposalRow | undefined> {
    const row = await this.#db<DbRow>(TABLE)
      .where({ open_key: openKey })
      .first();
    return row && fromDb(row);
  }

  async get(id: number): Promise<ProposalRow | undefined> {
    const row = await this.#db<DbRow>(TABLE).where({ id }).first();
    return row && fromDb(row);
  }

  /** Newest first, without drafts. */
  async list(filter: ProposalFilter): Promise<ProposalRow[]> {
    const equal = Object.fromEntries(
      Object.entries(filter).filter(([, value]) => value !== undefined),
    );
    const rows = await this.#db<DbRow>(TABLE)
      .where(equal)
      .whereNot({ state: 'drafting' })
      .orderBy('id', 'desc')
      .limit(MAX_ROWS);
    return rows.map(fromDb);
  }

  /** Proposals on which something can still happen, oldest first. */
  async listActive(): Promise<ProposalRow[]> {
    const rows = await this.#db<DbRow>(TABLE)
      .whereIn('state', [...OPEN_STATES])
      .orWhere(merged =>
        merged
          .where({ state: 'merged' })
          .whereNull('in_sync_at')
          .whereNull('superseded_by'),
      )
      .orderBy('id')
      .limit(MAX_ROWS);
    return rows.map(fromDb);
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
      key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}

/** The migrations and this mapping are the only ones who write these columns. */
function fromDb(row: DbRow): ProposalRow {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  ) as unknown as ProposalRow;
}
