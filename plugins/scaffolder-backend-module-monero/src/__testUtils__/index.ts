export * from './fakes';
export * from './run';
export * from './fakeMoneroBackend';
export * from './scaffolder';
