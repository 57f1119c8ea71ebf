export * from './documents';
export * from './fakeMoneroApi';
export * from './fixtures';
export * from './renderPage';
export * from './errors';
export * from './renderForm';
export * from './kinds';
