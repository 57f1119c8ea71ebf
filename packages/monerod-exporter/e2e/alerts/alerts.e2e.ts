import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPrometheus } from '../../src/testing';
import { ADDRESS_ROWS } from './addressRows';
import { inputSeries } from './inputSeries';
import { MINER, MINER_ROWS } from './minerRows';
import { NODE_ROWS } from './nodeRows';
import { WELL } from './nodes';
import { OPERATOR, OPERATOR_ROWS } from './operatorRows';
import { DAY, Row } from './series';

jest.setTimeout(240_000);

const RULES = join(__dirname, '../../monitoring/alerts.yml');
const ROWS: Row[] = [
  {
    what: 'two nodes that lack nothing, a miner, and an operator',
    exporters: { a: WELL, b: WELL, m: MINER, o: OPERATOR },
    at: 2 * DAY,
    fires: [],
  },
  ...NODE_ROWS,
  ...ADDRESS_ROWS,
  ...OPERATOR_ROWS,
  ...MINER_ROWS,
];

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
