export { moneroPlugin } from './plugin';
export { MoneroFleetPage, MoneroProposalsPage } from './pages';
export * from './components';
export { isMoneroKind } from './isMoneroKind';
export { moneroFieldExtensions, MoneroTemplateOutputs } from './scaffolder';
