export * from './annotations';
export * from './client';
export * from './permissions';
export * from './schemas';
export * from './signals';
