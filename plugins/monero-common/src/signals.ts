/** Signal channel: a proposal changed. Refetch the proposal with that id. */
export const SIGNAL_PROPOSALS = 'monero:proposals';
/** Signal channel: the health of an object of any kind changed. Refetch it. */
export const SIGNAL_NODE_SETS = 'monero:node-sets';

/** Signal channel: a line of the fleet changed. Ask for what is new since the last revision. */
export const SIGNAL_FLEET = 'monero:fleet';

/** Message on {@link SIGNAL_PROPOSALS}. */
export type ProposalSignal = {
  id: number;
};

/**
 * Message on {@link SIGNAL_NODE_SETS}. It reaches everybody and so names
 * nothing: who may see the object knows its uid from its health.
 */
export type NodeSetSignal = {
  uid: string;
};

/** Message on {@link SIGNAL_FLEET}. */
export type FleetSignal = {
  revision: number;
};
