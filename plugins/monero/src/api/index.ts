export * from './moneroApi';
export * from './moneroApiRef';
