import { absent, DAY, Row, Series, turn } from './series';

/** A miner that lacks nothing. */
export const MINER: Series = {
  up: 1,
  monero_miner_up: 1,
  'monero_miner_hashrate_hashes_per_second{window="60s"}': 1000,
  'monero_miner_shares_total{result="accepted"}': [0, 10],
  'monero_miner_shares_total{result="rejected"}': [0, 0.1],
};

/** What xmrig tells. */
export const MINER_ROWS: Row[] = [
  {
    what: 'a miner that is down',
    exporters: {
      m: turn({ ...absent(MINER), up: 1, monero_miner_up: 0 }, 60, MINER),
    },
    at: 67,
    fires: ['MoneroMinerDown'],
  },
  {
    what: 'a miner at half its speed',
    exporters: {
      m: turn(
        { 'monero_miner_hashrate_hashes_per_second{window="60s"}': 500 },
        DAY,
        MINER,
      ),
    },
    at: DAY + 20,
    fires: ['MoneroHashrateLow'],
  },
  {
    what: 'a tenth of the shares rejected',
    exporters: {
      m: { ...MINER, 'monero_miner_shares_total{result="rejected"}': [0, 1.2] },
    },
    at: 90,
    fires: ['MoneroSharesRejected'],
  },
];
