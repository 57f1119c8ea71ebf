#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** In a checkout the sources run as they are. */
function loadRun() {
  if (!existsSync(join(__dirname, '..', 'src'))) {
    return require('../dist/cli.cjs.js').run;
  }
  require('tsx/cjs');
  return require('../src/cli').run;
}

loadRun()(process);
