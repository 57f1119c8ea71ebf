// @ts-check

/**
 * Proposals of every kind and operation: the version of the file that a change
 * was drafted from, the request that asked for it, and what becomes of the
 * volumes of an object that is retired.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('proposals', table => {
    table.string('base_blob', 64).nullable().comment('null for a new file');
    table
      .string('request_key', 800)
      .nullable()
      .unique()
      .comment('who asked, and with which id: asked again, it is the same');
    table.text('volumes').nullable().comment('only when retired');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('proposals', table => {
    table.dropUnique(['request_key']);
    table.dropColumns('base_blob', 'request_key', 'volumes');
  });
};
