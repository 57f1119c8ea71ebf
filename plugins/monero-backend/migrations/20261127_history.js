// @ts-check

/**
 * What pods were like, a row for each and every minute, and a row for a quarter
 * of an hour once that is long ago.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('history_pods', table => {
    table.increments('id');
    table.string('cluster', 63).notNullable();
    table.string('namespace', 63).notNullable();
    table.string('pod', 253).notNullable();
    table.unique(['cluster', 'namespace', 'pod']);
  });
  await knex.schema.createTable('history_points', table => {
    table.integer('pod_id').notNullable();
    table.integer('seconds').notNullable().comment('that the row stands for');
    table.bigInteger('at').notNullable().comment('first of them, Unix time');
    for (const series of [
      'blocks_behind',
      'peers_in',
      'peers_out',
      'peers_anonymous',
      'transaction_pool',
      'database_bytes',
      'free_bytes',
      'hashrate',
    ]) {
      table.double(series).nullable();
    }
    table.primary(['pod_id', 'seconds', 'at']);
    table.index(['seconds', 'at'], 'history_points_age_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('history_points');
  await knex.schema.dropTable('history_pods');
};
