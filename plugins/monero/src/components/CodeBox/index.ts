export * from './CodeBox';
