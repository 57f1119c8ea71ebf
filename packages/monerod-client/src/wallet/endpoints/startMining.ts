import { walletMethod } from '../walletMethod';

/** How to mine. */
export interface StartMiningParams {
  threads: number;
  /** Only while the machine has nothing else to do. */
  background?: boolean;
  ignoreBattery?: boolean;
}

/** Has the daemon mine for this wallet. Wants a trusted one. */
export const startMining = walletMethod<StartMiningParams>('start_mining', {
  encode: ({ threads, background, ignoreBattery }) => ({
    threads_count: threads,
    do_background_mining: background ?? false,
    ignore_battery: ignoreBattery ?? false,
  }),
});
