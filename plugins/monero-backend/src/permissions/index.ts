export * from './facts';
export * from './granter';
export * from './rules';
