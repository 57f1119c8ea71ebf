import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPrometheus } from '../src/testing';

jest.setTimeout(240_000);

const RULES = join(__dirname, '..', 'monitoring', 'alerts.yml');
const DAY = 24 * 60;

/** Values of a series a minute, as promtool writes them: start, step. */
type Values = number | [start: number, stepPerMinute: number] | 'absent';

/** Series of one exporter: name with its own labels, and values. */
type Series = Record<string, Values>;

const connections = (out: number): Series => ({
  'monero_p2p_connections{type="in",state="normal"}': 5,
  'monero_p2p_connections{type="out",state="normal"}': out,
  'monero_p2p_connections{type="out",state="synchronizing"}': 0,
});

/** A node in sync on mainnet that lacks nothing. */
const WELL: Series = {
  up: 1,
  monero_up: 1,
  monero_info_in_sync: 1,
  monero_info_offline: 0,
  'monero_info_nettype{nettype="mainnet"}': 1,
  monero_info_height: [3_000_000, 0.5],
  monero_lastblock_height: [2_999_999, 0.5],
  'monero_lastblock_hash_info{hash="aa"}': 1,
  monero_lastblock_timestamp_seconds: [0, 60],
  ...connections(12),
  'monero_p2p_connections_by_address_kind{type="out",kind="tor"}': 2,
  'monero_p2p_connections_by_address_kind{type="out",kind="i2p"}': 0,
  'monero_anonymity_service_published{network="tor",service="p2p"}': 1,
  'monero_anonymity_service_published{network="i2p",service="p2p"}': 1,
  monero_info_free_space_bytes: 200e9,
  monero_info_database_size_bytes: 250e9,
  'monero_exporter_rpc_duration_seconds{method="get_info"}': 0.002,
  'monero_exporter_rpc_success{method="get_info"}': 1,
  'monero_exporter_rpc_success{method="get_last_block_header"}': 1,
  monero_transaction_pool_size_bytes: 1e6,
  monero_info_start_time_seconds: 1_700_000_000,
  'monero_build_info{version="0.18.4.0-release"}': 1,
  'monero_hard_fork_state_info{state="ready"}': 1,
};

/** A node that downloads the chain for the first time. */
const FIRST_SYNC: Series = {
  ...WELL,
  monero_info_in_sync: 0,
  monero_info_height: [100, 400],
  monero_lastblock_height: 'absent',
  'monero_lastblock_hash_info{hash="aa"}': 'absent',
  monero_lastblock_timestamp_seconds: 'absent',
  monero_transaction_pool_size_bytes: 'absent',
  monero_info_free_space_bytes: [400e9, -60e6],
  monero_info_database_size_bytes: [50e9, 60e6],
  'monero_exporter_rpc_duration_seconds{method="get_info"}': 25,
  'monero_exporter_rpc_success{method="get_last_block_header"}': 0,
};

/** A closed net of our own, whose blocks come when we want. */
const REGTEST: Series = {
  ...WELL,
  'monero_info_nettype{nettype="mainnet"}': 'absent',
  'monero_info_nettype{nettype="regtest"}': 1,
  'monero_lastblock_hash_info{hash="aa"}': 'absent',
  'monero_lastblock_hash_info{hash="regtest"}': 1,
  monero_info_height: 5,
  monero_lastblock_height: 4,
  monero_lastblock_timestamp_seconds: 1,
  ...connections(0),
};

const MINER: Series = {
  up: 1,
  monero_miner_up: 1,
  'monero_miner_hashrate_hashes_per_second{window="60s"}': 1000,
  'monero_miner_shares_total{result="accepted"}': [0, 10],
  'monero_miner_shares_total{result="rejected"}': [0, 0.1],
};

/** Conditions of custom resources, by an operator that is scraped as Series are. */
function condition(
  type: string,
  now: string,
  object = 'kind="MoneroNodeSet",name="wallets"',
): Series {
  return Object.fromEntries(
    ['True', 'False', 'Unknown'].map(status => [
      `monero_operator_object_condition{${object},type="${type}",status="${status}"}`,
      status === now ? 1 : 'absent',
    ]),
  );
}

const leads = (now: boolean): Series => ({
  'leader_election_master_status{name="monero-operator.utxo.com.br"}':
    Number(now),
});

/** An operator that leads, with a node set that lacks nothing. */
const OPERATOR: Series = {
  up: 1,
  ...leads(true),
  ...condition('Ready', 'True'),
  ...condition('Stalled', 'False'),
  ...condition('RpcPublished', 'True'),
};
const UNPUBLISHED = condition('RpcPublished', 'False');

/** What holds for the first minutes, then something else. */
interface Turn {
  after: number;
  from: Series;
  to: Series;
}

interface Row {
  what: string;
  exporters: Record<string, Series | Turn>;
  /** When Prometheus is asked, and what fires then. */
  at: number;
  fires: string[];
}

const well = (changes: Series): Series => ({ ...WELL, ...changes });
const turn = (changes: Series, after = 60, base = WELL): Turn => ({
  after,
  from: base,
  to: { ...base, ...changes },
});

const ROWS: Row[] = [
  {
    what: 'two nodes that lack nothing, a miner, and an operator',
    exporters: { a: WELL, b: WELL, m: MINER, o: OPERATOR },
    at: 2 * DAY,
    fires: [],
  },
  {
    what: 'a first sync beside a node in sync, for two days',
    exporters: { a: WELL, b: FIRST_SYNC },
    at: 2 * DAY,
    fires: [],
  },
  {
    what: 'a closed net whose blocks are old',
    exporters: { a: REGTEST, b: WELL },
    at: DAY,
    fires: [],
  },
  {
    what: 'an exporter that is gone',
    exporters: { a: WELL, b: turn({ ...absent(WELL), up: 0 }) },
    at: 64,
    fires: ['MoneroExporterDown'],
  },
  {
    what: 'an exporter that is gone for a moment',
    exporters: { a: WELL, b: turn({ ...absent(WELL), up: 0 }) },
    at: 61,
    fires: [],
  },
  {
    what: 'a daemon that is down',
    exporters: { a: WELL, b: turn({ ...absent(WELL), up: 1, monero_up: 0 }) },
    at: 64,
    fires: ['MoneroDaemonDown'],
  },
  {
    what: 'a node that fell out of sync 10 minutes ago',
    exporters: { a: turn({ monero_info_in_sync: 0 }) },
    at: 70,
    fires: [],
  },
  {
    what: 'a node that fell out of sync 17 minutes ago',
    exporters: { a: turn({ monero_info_in_sync: 0 }) },
    at: 77,
    fires: ['MoneroNotInSync'],
  },
  {
    what: 'blocks that stopped coming 24 minutes ago',
    exporters: { a: turn({ monero_lastblock_timestamp_seconds: 3600 }) },
    at: 84,
    fires: ['MoneroLastBlockOld'],
  },
  {
    what: 'blocks that stopped coming 34 minutes ago',
    exporters: { a: turn({ monero_lastblock_timestamp_seconds: 3600 }) },
    at: 94,
    fires: ['MoneroLastBlockOld', 'MoneroLastBlockVeryOld'],
  },
  {
    what: 'a node that stands still while the other goes on',
    exporters: { a: WELL, b: turn({ monero_info_height: 3_000_030 }) },
    at: 80,
    fires: ['MoneroLagging'],
  },
  {
    what: 'a node that is two blocks behind',
    exporters: { a: WELL, b: well({ monero_info_height: [2_999_998, 0.5] }) },
    at: 80,
    fires: [],
  },
  {
    what: 'two nodes with different blocks at the same height',
    exporters: {
      a: WELL,
      b: turn({
        'monero_lastblock_hash_info{hash="aa"}': 'absent',
        'monero_lastblock_hash_info{hash="bb"}': 1,
      }),
    },
    at: 70,
    fires: ['MoneroFork'],
  },
  {
    what: 'two nodes of which one has the next block already',
    exporters: {
      a: WELL,
      b: well({
        'monero_lastblock_hash_info{hash="aa"}': 'absent',
        'monero_lastblock_hash_info{hash="bb"}': 1,
        monero_lastblock_height: [3_000_000, 0.5],
      }),
    },
    at: 70,
    fires: [],
  },
  {
    what: 'three outgoing peers',
    exporters: { a: turn(connections(3)) },
    at: 72,
    fires: ['MoneroFewOutgoingPeers'],
  },
  {
    what: 'no outgoing peers',
    exporters: { a: turn(connections(0)) },
    at: 72,
    fires: ['MoneroFewOutgoingPeers', 'MoneroNoOutgoingPeers'],
  },
  {
    what: 'no outgoing peers by intention',
    exporters: { a: well({ ...connections(0), monero_info_offline: 1 }) },
    at: 72,
    fires: [],
  },
  {
    what: 'anonymous peers that all went',
    exporters: {
      a: turn({
        'monero_p2p_connections_by_address_kind{type="out",kind="tor"}': 0,
      }),
    },
    at: 77,
    fires: ['MoneroNoAnonymousPeers'],
  },
  {
    what: 'no anonymous peers, as ever',
    exporters: {
      a: well({
        'monero_p2p_connections_by_address_kind{type="out",kind="tor"}': 0,
      }),
    },
    at: 77,
    fires: [],
  },
  {
    what: 'an onion address that nobody finds for 12 minutes',
    exporters: {
      a: turn({
        'monero_anonymity_service_published{network="tor",service="p2p"}': 0,
      }),
    },
    at: 72,
    fires: ['MoneroServiceUnpublished'],
  },
  {
    what: 'a tor that was restarted 8 minutes ago',
    exporters: {
      a: turn({
        'monero_anonymity_service_published{network="tor",service="p2p"}': 0,
      }),
    },
    at: 68,
    fires: [],
  },
  {
    what: 'an I2P address that nobody finds, of a node that starts',
    exporters: {
      a: {
        after: 12,
        from: well({
          'monero_anonymity_service_published{network="i2p",service="p2p"}': 0,
        }),
        to: WELL,
      },
    },
    at: 11,
    fires: ['MoneroServiceUnpublished'],
  },
  {
    what: 'the same a minute after it was found',
    exporters: {
      a: {
        after: 12,
        from: well({
          'monero_anonymity_service_published{network="i2p",service="p2p"}': 0,
        }),
        to: WELL,
      },
    },
    at: 13,
    fires: [],
  },
  {
    what: 'an onion address for all wallets that nobody finds for 12 minutes',
    exporters: { o: turn(UNPUBLISHED, 60, OPERATOR) },
    at: 72,
    fires: ['MoneroRpcOnionUnpublished'],
  },
  {
    what: 'a tor in front that was restarted 8 minutes ago',
    exporters: { o: turn(UNPUBLISHED, 60, OPERATOR) },
    at: 68,
    fires: [],
  },
  {
    what: 'a tor in front of which nobody knows, as it is an old one',
    exporters: {
      o: turn(condition('RpcPublished', 'Unknown'), 60, OPERATOR),
    },
    at: 90,
    fires: [],
  },
  {
    what: 'an onion address for all wallets that was lost and is back',
    exporters: {
      o: {
        after: 75,
        from: { ...OPERATOR, ...UNPUBLISHED },
        to: OPERATOR,
      },
    },
    at: 77,
    fires: [],
  },
  {
    what: 'a set that went while its address was lost',
    exporters: {
      o: {
        after: 75,
        from: { ...OPERATOR, ...UNPUBLISHED },
        to: { ...absent(OPERATOR), up: 1, ...leads(true) },
      },
    },
    at: 77,
    fires: [],
  },
  {
    what: 'an operator that takes over while the address is lost',
    exporters: {
      o: {
        after: 66,
        from: { ...OPERATOR, ...UNPUBLISHED },
        to: { ...absent(OPERATOR), up: 1, ...leads(false) },
      },
      p: {
        after: 66,
        from: { up: 1, ...leads(false) },
        to: { ...OPERATOR, ...UNPUBLISHED },
      },
    },
    at: 70,
    fires: ['MoneroRpcOnionUnpublished'],
  },
  {
    what: 'an operator that is gone for 7 minutes, and with it what it told of objects',
    exporters: {
      o: {
        after: 60,
        from: { ...OPERATOR, ...UNPUBLISHED },
        to: absent(OPERATOR),
      },
    },
    at: 72,
    fires: ['MoneroOperatorAbsent'],
  },
  {
    what: 'two operators of which none leads for 7 minutes',
    exporters: { o: turn(leads(false), 60, OPERATOR), p: leads(false) },
    at: 67,
    fires: ['MoneroOperatorAbsent'],
  },
  {
    what: 'an operator that took 3 minutes to take over',
    exporters: {
      o: turn(absent(OPERATOR), 60, OPERATOR),
      p: turn(leads(true), 63, leads(false)),
    },
    at: 75,
    fires: [],
  },
  {
    what: 'an operator that never led, as it is being tried out',
    exporters: { o: leads(false) },
    at: 90,
    fires: [],
  },
  {
    what: 'a network that only a person can help for 7 minutes',
    exporters: {
      o: turn(
        condition('Stalled', 'True', 'kind="MoneroNetwork",name="regtest"'),
        60,
        OPERATOR,
      ),
    },
    at: 67,
    fires: ['MoneroObjectStalled'],
  },
  {
    what: 'a volume with a tenth of its space left',
    exporters: { a: turn({ monero_info_free_space_bytes: 27e9 }, 60) },
    at: 72,
    fires: ['MoneroVolumeAlmostFull'],
  },
  {
    what: 'a volume that fills in 9 days',
    exporters: {
      a: well({ monero_info_free_space_bytes: [200e9, -200e9 / (9 * DAY)] }),
    },
    at: DAY,
    fires: ['MoneroVolumeFullSoon'],
  },
  {
    what: 'a volume that fills in a month',
    exporters: {
      a: well({ monero_info_free_space_bytes: [200e9, -200e9 / (30 * DAY)] }),
    },
    at: DAY,
    fires: [],
  },
  {
    what: 'a daemon that takes three seconds for get_info',
    exporters: {
      a: turn({ 'monero_exporter_rpc_duration_seconds{method="get_info"}': 3 }),
    },
    at: 67,
    fires: ['MoneroRpcSlow'],
  },
  {
    what: 'a call that fails while the node is in sync',
    exporters: {
      a: turn({
        'monero_exporter_rpc_success{method="get_last_block_header"}': 0,
      }),
    },
    at: 72,
    fires: ['MoneroRpcFailing'],
  },
  {
    what: 'a flood of transactions',
    exporters: { a: turn({ monero_transaction_pool_size_bytes: 60e6 }) },
    at: 67,
    fires: ['MoneroTransactionPoolLarge'],
  },
  {
    what: 'a daemon that starts again every ten minutes',
    exporters: { a: { ...WELL, monero_info_start_time_seconds: [1, 0.2] } },
    at: 90,
    fires: ['MoneroRestarts'],
  },
  {
    what: 'two versions for a day and an hour',
    exporters: { a: WELL, b: olderRelease() },
    at: DAY + 60,
    fires: ['MoneroVersionsDiffer'],
  },
  {
    what: 'two versions while an upgrade rolls',
    exporters: { a: WELL, b: olderRelease() },
    at: 6 * 60,
    fires: [],
  },
  {
    what: 'a release that the network has moved on from',
    exporters: {
      a: turn({
        'monero_hard_fork_state_info{state="ready"}': 'absent',
        'monero_hard_fork_state_info{state="update-needed"}': 1,
      }),
    },
    at: 125,
    fires: ['MoneroUpdateNeeded'],
  },
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

function absent(series: Series): Series {
  return Object.fromEntries(Object.keys(series).map(name => [name, 'absent']));
}

function olderRelease(): Series {
  return well({
    'monero_build_info{version="0.18.4.0-release"}': 'absent',
    'monero_build_info{version="0.18.3.4-release"}': 1,
  });
}

/** Minutes of values in promtool's notation, from some minute on. */
function notation(values: Values, minutes: number, from = 0): string {
  // Prometheus notes that a series is gone at the first scrape without it.
  if (values === 'absent') return from > 0 ? 'stale' : `_x${minutes + 1}`;
  const [start, step] = typeof values === 'number' ? [values, 0] : values;
  if (step !== 0.2) {
    const sign = step < 0 ? '-' : '+';
    return `${start + step * from}${sign}${Math.abs(step)}x${minutes}`;
  }
  // a step every five minutes: a start time changes at once
  return Array.from({ length: minutes + 1 }, (_, minute) =>
    Math.floor(start + (from + minute) * step),
  ).join(' ');
}

function inputSeries(row: Row) {
  return Object.entries(row.exporters).flatMap(([instance, exporter]) => {
    const { after, from, to } =
      'after' in exporter && 'from' in exporter
        ? (exporter as Turn)
        : { after: 0, from: {} as Series, to: exporter as Series };
    const names = new Set([...Object.keys(from), ...Object.keys(to)]);
    return [...names].map(name => {
      const [family, labels] = name.replace(/\}$/, '').split('{');
      const own = labels ? `,${labels}` : '';
      const before =
        after > 0 ? notation(from[name] ?? 'absent', after - 1) : '';
      const then = notation(to[name] ?? 'absent', row.at - after + 5, after);
      return {
        series: `${family}{job="monero",namespace="n",instance="${instance}"${own}}`,
        values: `${before} ${then}`.trim(),
      };
    });
  });
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'monero-alerts-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function promtool(...args: string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(
    join(await findPrometheus(), 'promtool'),
    args,
  ).catch((error: { stdout: string; stderr: string }) => error);
  return `${stdout}${stderr}`;
}

it('is a rule file that Prometheus takes', async () => {
  expect(await promtool('check', 'rules', RULES)).toMatch(/SUCCESS: \d+ rules/);
});

it.each([
  ['within hours', '1m', ROWS.filter(row => row.at < 6 * 60)],
  // coarser, as a week is looked back upon each time; less than the five
  // minutes for which Prometheus knows what a rule recorded
  ['within days', '4m', ROWS.filter(row => row.at >= 6 * 60)],
])('fires when it should, and else not, %s', async (_, interval, rows) => {
  const file = join(folder, `every-${interval}.yml`);
  // JSON is YAML
  await writeFile(
    file,
    JSON.stringify({
      rule_files: [RULES],
      evaluation_interval: interval,
      tests: rows.map(row => ({
        name: row.what,
        interval: '1m',
        input_series: inputSeries(row),
        promql_expr_test: [
          {
            expr: 'count by (alertname) (ALERTS{alertstate="firing"})',
            eval_time: `${row.at}m`,
            exp_samples: row.fires.map(alertname => ({
              labels: `{alertname="${alertname}"}`,
              value: 1,
            })),
          },
        ],
      })),
    }),
  );
  expect(await promtool('test', 'rules', file)).toMatch(/SUCCESS\s*$/);
});

it('names the namespace of the object, however the operator is scraped', async () => {
  const file = join(folder, 'namespaces.yml');
  const stalled = (labels: string) => ({
    series: `monero_operator_object_condition{${labels},job="monero-operator",kind="MoneroNodeSet",name="wallets",type="Stalled",status="True"}`,
    values: '1x10',
  });
  const alert = (namespace: string) => ({
    exp_labels: {
      ...{ job: 'monero-operator', namespace, severity: 'critical' },
      ...{ kind: 'MoneroNodeSet', name: 'wallets' },
      ...{ type: 'Stalled', status: 'True' },
    },
    exp_annotations: {
      summary: `MoneroNodeSet ${namespace}/wallets: the operator cannot go on`,
      description:
        'Nodes that run go on; changes and repairs wait for a person. The message of its condition Stalled says what to mend.',
    },
  });
  await writeFile(
    file,
    JSON.stringify({
      rule_files: [RULES],
      evaluation_interval: '1m',
      tests: [
        {
          interval: '1m',
          input_series: [
            stalled('namespace="honoured",instance="a",pod="a"'),
            stalled(
              'namespace="monero-system",exported_namespace="renamed",instance="b",pod="b"',
            ),
          ],
          alert_rule_test: [
            {
              eval_time: '8m',
              alertname: 'MoneroObjectStalled',
              exp_alerts: ['honoured', 'renamed'].map(alert),
            },
          ],
        },
      ],
    }),
  );
  expect(await promtool('test', 'rules', file)).toMatch(/SUCCESS\s*$/);
});

it('has no alert that is not seen to fire', async () => {
  const alerts = [
    ...(await readFile(RULES, 'utf8')).matchAll(/- alert: (\w+)/g),
  ];
  const fired = new Set(ROWS.flatMap(row => row.fires));
  expect(
    alerts.map(([, name]) => name).filter(name => !fired.has(name)),
  ).toEqual([]);
});
