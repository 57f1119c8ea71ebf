/** `/2/summary` of xmrig 6.22.2 that mines solo on regtest for 20 s, shortened. */
export const MINING = {
  id: '',
  worker_id: 'miners-7',
  uptime: 20,
  restricted: true,
  resources: {
    memory: {
      free: 20202893312,
      total: 25276502016,
      resident_set_memory: 283795456,
    },
    load_average: [2, 5.82, 8.1],
    hardware_concurrency: 2,
  },
  features: ['api', 'asm', 'http', 'hwloc', 'tls', 'opencl', 'cuda'],
  results: {
    diff_current: 100,
    shares_good: 3,
    shares_total: 4,
    avg_time: 6,
    avg_time_ms: 6680,
    hashes_total: 300,
    best: [1023, 313, 205, 0, 0, 0, 0, 0, 0, 0],
  },
  algo: 'rx/0' as string | null,
  connection: {
    pool: '127.0.0.1:18089',
    ip: '127.0.0.1' as string | null,
    uptime: 20,
    uptime_ms: 20040,
    ping: 57,
    failures: 1,
    tls: null,
    'tls-fingerprint': null,
    algo: 'rx/0' as string | null,
    diff: 100,
    accepted: 3,
    rejected: 1,
    avg_time: 6,
    avg_time_ms: 6680,
    hashes_total: 300,
  },
  version: '6.22.2',
  kind: 'miner',
  donate_level: 0,
  paused: false,
  hashrate: {
    total: [21.98, null, null] as Array<number | null>,
    highest: 24.62 as number | null,
  },
  hugepages: [0, 129],
};

/** The same before it has a connection. */
export const ALONE = {
  ...MINING,
  results: {
    ...MINING.results,
    diff_current: 0,
    shares_good: 0,
    shares_total: 0,
    hashes_total: 0,
  },
  algo: null,
  connection: {
    ...MINING.connection,
    pool: '',
    ip: null,
    uptime: 0,
    ping: 0,
    algo: null,
  },
  hashrate: { total: [0, 0, 0], highest: null },
};

/** The same with a connection, before it has measured. */
export const WARMING = {
  ...MINING,
  hashrate: { total: [null, null, null], highest: null },
};
