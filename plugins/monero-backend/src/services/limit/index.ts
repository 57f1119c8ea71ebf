export { ProposalLimit } from './ProposalLimit';
export { TooManyProposalsError, type Limit } from './TooManyProposalsError';
