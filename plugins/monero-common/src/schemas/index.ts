export * from './clusters';
export * from './common';
export * from './health';
export * from './manifest';
export * from './proposals';
export * from './violations';
