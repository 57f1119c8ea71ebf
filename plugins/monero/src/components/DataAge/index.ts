export * from './Ago';
export * from './DataAge';
