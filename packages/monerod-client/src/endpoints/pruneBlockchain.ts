import { Endpoint } from '../endpoint';

/** Whether, and how, the chain is pruned. */
export interface Pruning {
  pruned: boolean;
  /** Which eighth is kept; 0 when nothing is pruned. */
  pruningSeed: number;
}

/**
 * Prunes the chain, or with `check` only says whether it is. Takes hours on
 * mainnet and cannot be undone; the file does not shrink. Unrestricted
 * listeners only.
 */
export const pruneBlockchain: Endpoint<{ check: boolean }, Pruning> = {
  name: 'prune_blockchain',
  style: 'json-rpc',
  encode: ({ check }) => ({ check }),
  decode: wire => ({
    pruned: wire.boolean('pruned'),
    pruningSeed: wire.count('pruning_seed'),
  }),
};
