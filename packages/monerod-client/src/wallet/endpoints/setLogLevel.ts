import { walletMethod } from '../walletMethod';

/** How much the program writes to its log, 0 to 4. */
export const setLogLevel = walletMethod<{ level: number }>('set_log_level', {
  encode: ({ level }) => ({ level }),
});
