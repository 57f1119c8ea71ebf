// @ts-check

/**
 * How much of their limit who proposes has used: one row for each of them, in
 * the columns that rate-limiter-flexible writes.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('proposal_limit', table => {
    table.string('key', 255).primary().comment('a hash of who proposes');
    table.integer('points').notNullable().defaultTo(0);
    table.bigInteger('expire').nullable().comment('Unix time, milliseconds');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('proposal_limit');
};
