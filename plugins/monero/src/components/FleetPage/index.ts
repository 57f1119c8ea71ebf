export * from './FleetPage';
export * from './ToFleet';
