#!/usr/bin/env node
require('..').main(process.argv.slice(2));
