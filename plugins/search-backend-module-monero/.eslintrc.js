module.exports = require('../../scripts/lint/eslint')(__dirname);
