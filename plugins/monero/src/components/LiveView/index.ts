export * from './LiveView';
