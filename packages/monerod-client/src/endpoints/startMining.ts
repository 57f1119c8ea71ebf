import { Endpoint } from '../endpoint';

/** For whom to mine, and how hard. */
export interface StartMiningParams {
  minerAddress: string;
  threads: number;
  /** Only while the machine is idle. */
  background?: boolean;
  /** Mine on a battery too. */
  ignoreBattery?: boolean;
}

/** Mines inside the daemon. Unrestricted listeners only. */
export const startMining: Endpoint<StartMiningParams, void> = {
  name: 'start_mining',
  style: 'path',
  encode: ({ minerAddress, threads, background, ignoreBattery }) => ({
    miner_address: minerAddress,
    threads_count: threads,
    do_background_mining: background ?? false,
    ignore_battery: ignoreBattery ?? false,
  }),
  decode: () => undefined,
};
