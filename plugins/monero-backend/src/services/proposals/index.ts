export * from './DefaultProposalService';
export * from './ProposalFollower';
export * from './ProposalService';
export * from './ProposalStore';
export * from './targets';
export * from './WebhookService';
export { ownerIn } from './manifest';
