// @ts-check

/**
 * What the owners of things were told last, so that they are told once, however
 * often the portal restarts and however many portals there are.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('notices', table => {
    table.string('scope', 255).primary().comment('what it is about');
    table.text('said').notNullable().comment('in short; empty: all is well');
  });
  // Where they stand is no news when the portal learns to tell it.
  await knex.raw(
    `INSERT INTO notices (scope, said)
     SELECT 'proposal/' || id, state FROM proposals WHERE state <> 'drafting'`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('notices');
};
