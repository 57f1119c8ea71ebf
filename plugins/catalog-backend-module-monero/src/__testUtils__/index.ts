export { nodeSet } from './nodeSet';
