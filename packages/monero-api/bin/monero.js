#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** In a checkout the sources run as they are. */
function loadMain() {
  if (!existsSync(join(__dirname, '..', 'src'))) {
    return require('../dist/cli.cjs.js').main;
  }
  require('tsx/cjs');
  return require('../src/cli').main;
}

loadMain()(process.argv.slice(2), process).then(code => {
  process.exitCode = code;
});
