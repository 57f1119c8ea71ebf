module.exports = {
  root: true,
  overrides: [
    {
      files: ['scripts/**/*.mjs'],
      extends: 'eslint:recommended',
      env: { node: true, es2022: true },
      parserOptions: { sourceType: 'module' },
    },
  ],
};
