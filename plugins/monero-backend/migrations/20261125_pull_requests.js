// @ts-check

/**
 * Proposals on a forge: their pull request, and what it waits for there.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('proposals', table => {
    table.string('forge', 32).nullable().comment('null: plain git');
    table.integer('pr_number').nullable();
    table.string('pr_url', 1000).nullable();
    table.string('pr_waits', 500).nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('proposals', table => {
    table.dropColumns('forge', 'pr_number', 'pr_url', 'pr_waits');
  });
};
