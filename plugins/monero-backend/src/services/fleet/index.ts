export { FleetSnapshot } from './FleetSnapshot';
export { FleetWatcher } from './FleetWatcher';
export { toFleetItem } from './toFleetItem';
