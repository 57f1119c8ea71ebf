export * from './ProposalsPage';
export * from './ProposalsRouter';
