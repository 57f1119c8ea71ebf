/** Signal channel: a proposal changed. Refetch the proposal with that id. */
export const SIGNAL_PROPOSALS = 'monero:proposals';
/** Signal channel: the health of a node set changed. Refetch it. */
export const SIGNAL_NODE_SETS = 'monero:node-sets';

/** Message on {@link SIGNAL_PROPOSALS}. */
export type ProposalSignal = {
  id: number;
};

/** Message on {@link SIGNAL_NODE_SETS}. */
export type NodeSetSignal = {
  cluster: string;
  namespace: string;
  name: string;
};
