export * from './fakes';
export * from './run';
