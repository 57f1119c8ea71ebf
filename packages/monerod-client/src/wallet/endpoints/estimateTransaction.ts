import { walletMethod } from '../walletMethod';

/** What the transaction would be made of. */
export interface EstimateTransactionParams {
  inputs: number;
  outputs: number;
  /** The network's usual one unless said. */
  ringSize?: number;
}

/** How large a transaction would be. */
export const estimateTransaction = walletMethod<
  EstimateTransactionParams,
  { sizeBytes: number; weightBytes: number }
>('estimate_tx_size_and_weight', {
  encode: ({ inputs, outputs, ringSize }) => ({
    n_inputs: inputs,
    n_outputs: outputs,
    ring_size: ringSize ?? 0,
    rct: true,
  }),
  decode: wire => ({
    sizeBytes: wire.count('size'),
    weightBytes: wire.count('weight'),
  }),
});
