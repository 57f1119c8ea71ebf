export { moneroPlugin } from './plugin';
export { MoneroFleetPage, MoneroProposalsPage } from './pages';
export * from './entity';
export { moneroFieldExtensions, MoneroTemplateOutputs } from './scaffolder';
export { MoneroHomeWidget } from './home';
