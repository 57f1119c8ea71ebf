export * from './ObjectActions';
