export * from './ProposalPage';
