export * from './annotations';
export * from './client';
export * from './health';
export * from './entityName';
export * from './manifestPath';
export * from './permissions';
export * from './schemas';
export * from './signals';
