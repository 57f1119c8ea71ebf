// @ts-check

/**
 * Proposals: one row for each change that somebody proposed. Rows are never
 * deleted. Times are ISO 8601 texts in UTC, which sort as they are on every
 * database.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('proposals', table => {
    table.increments('id').primary();
    table.string('title', 200).notNullable();
    table.string('cluster', 63).notNullable();
    table.string('namespace', 63).notNullable();
    table.string('name', 63).notNullable();
    table.string('kind', 63).notNullable();
    table.string('operation', 16).notNullable();
    table.string('owner', 512).nullable();
    table.string('proposed_by', 512).notNullable();
    table.string('created_at', 32).notNullable();
    table
      .string('state', 16)
      .notNullable()
      .comment('drafting, proposed, conflict, merged or closed');
    table.text('manifest').notNullable().comment('as it was proposed');
    table
      .string('content_hash', 64)
      .notNullable()
      .comment('SHA-256 of the manifest without the proposal annotation');
    table
      .string('open_key', 300)
      .nullable()
      .unique()
      .comment('set while open: the same content is proposed once');
    table.string('path', 512).notNullable();
    table.string('branch', 255).notNullable();
    table.string('target_branch', 255).notNullable();
    table.string('base_commit', 64).notNullable();
    table.string('head', 64).nullable().comment('null while drafting');
    table.text('conflict').nullable();
    table.string('merge_commit', 64).nullable();
    table.string('merged_at', 32).nullable();
    table.string('merged_by', 512).nullable();
    table.string('closed_at', 32).nullable();
    table.string('closed_by', 512).nullable();
    table.string('applied_at', 32).nullable();
    table.integer('applied_generation').nullable();
    table.string('reconciled_at', 32).nullable();
    table.string('in_sync_at', 32).nullable();
    table.integer('superseded_by').nullable();
    table.index(['cluster', 'namespace', 'name'], 'proposals_object_idx');
    table.index(['state'], 'proposals_state_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('proposals');
};
