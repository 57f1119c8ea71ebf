export * from './fakes';
export * from './run';
export * from './fakeMoneroBackend';
