export { moneroPlugin as default } from './plugin';
