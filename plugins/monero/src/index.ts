export { moneroPlugin as default } from './plugin';
export { moneroApiRef } from './api';
export { moneroScaffolderModule } from './scaffolder';
export { proposalRouteRef, proposalsRouteRef, rootRouteRef } from './routes';
