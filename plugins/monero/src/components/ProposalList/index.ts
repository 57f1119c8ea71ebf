export * from './ProposalList';
