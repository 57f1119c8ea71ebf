export * from './fleetItem';
