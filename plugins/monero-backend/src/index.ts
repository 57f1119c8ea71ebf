export { moneroPlugin as default } from './plugin';
export {
  createMoneroObjectConditionalDecision,
  createMoneroProposalConditionalDecision,
  moneroObjectConditions,
  moneroProposalConditions,
} from './permissions';
