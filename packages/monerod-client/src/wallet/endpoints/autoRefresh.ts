import { walletMethod } from '../walletMethod';

/** Whether the wallet reads new blocks by itself, and how often. */
export const autoRefresh = walletMethod<{
  enable: boolean;
  /** 20 unless said. */
  periodSeconds?: number;
}>('auto_refresh', {
  encode: ({ enable, periodSeconds }) => ({
    enable,
    period: periodSeconds ?? 0,
  }),
});
