export * from './MoneroApi';
export * from './MoneroClient';
export * from './MoneroClientError';
