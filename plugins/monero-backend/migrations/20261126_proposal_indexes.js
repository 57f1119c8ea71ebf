// @ts-check

/**
 * Indexes for every filter of the list, in the order of its pages, and for
 * those that are open, closed or followed, which are few among many: most are
 * merged and in sync, and need none. On PostgreSQL, which
 * holds texts to their lengths, room for the longest values.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('proposals', table => {
    table.dropIndex(['cluster', 'namespace', 'name'], 'proposals_object_idx');
    table.dropIndex(['state'], 'proposals_state_idx');
    table.index(
      ['cluster', 'namespace', 'name', 'id'],
      'proposals_object_id_idx',
    );
    table.index(['cluster', 'id'], 'proposals_cluster_id_idx');
    table.index(['owner', 'id'], 'proposals_owner_id_idx');
    table.index(['branch'], 'proposals_branch_idx');
  });
  // The store asks in the same words: SQLite compares them.
  await knex.raw(
    `CREATE INDEX proposals_open_idx ON proposals (id) WHERE state IN ('proposed', 'conflict')`,
  );
  await knex.raw(
    `CREATE INDEX proposals_following_idx ON proposals (id) WHERE state = 'merged' AND in_sync_at IS NULL AND superseded_by IS NULL`,
  );
  await knex.raw(
    `CREATE INDEX proposals_closed_idx ON proposals (id) WHERE state = 'closed'`,
  );
  if (isPostgres(knex)) {
    await knex.schema.alterTable('proposals', table => {
      // A user of 512 characters, a space, and an id of 300.
      table.string('request_key', 813).nullable().alter();
      table.text('pr_waits').nullable().alter();
    });
  }
};

/**
 * The room stays: what it holds now would not fit into less.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('DROP INDEX proposals_open_idx');
  await knex.raw('DROP INDEX proposals_following_idx');
  await knex.raw('DROP INDEX proposals_closed_idx');
  await knex.schema.alterTable('proposals', table => {
    table.dropIndex([], 'proposals_object_id_idx');
    table.dropIndex([], 'proposals_cluster_id_idx');
    table.dropIndex([], 'proposals_owner_id_idx');
    table.dropIndex([], 'proposals_branch_idx');
    table.index(['cluster', 'namespace', 'name'], 'proposals_object_idx');
    table.index(['state'], 'proposals_state_idx');
  });
};

/** @param {import('knex').Knex} knex */
function isPostgres(knex) {
  return String(knex.client.config.client).includes('pg');
}
