import { LONG_MS, walletMethod } from '../walletMethod';

/** Reads new blocks. */
export const refresh = walletMethod<
  { firstBlockIndex?: number } | void,
  { blocksFetched: number; receivedMoney: boolean }
>('refresh', {
  timeoutMs: LONG_MS,
  encode: params => ({ start_height: params?.firstBlockIndex ?? 0 }),
  decode: wire => ({
    blocksFetched: wire.count('blocks_fetched'),
    receivedMoney: wire.boolean('received_money'),
  }),
});
