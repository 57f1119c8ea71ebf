import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KubeObject } from '@monero-portal/kube-client';
import { Registry } from 'prom-client';
import { CONDITION } from './conditions';
import { tellConditions } from './objectConditions';

const NAME = 'monero_operator_object_condition';
const SINCE = { lastTransitionTime: '2026-01-01T00:00:00Z' };

const object = (
  name: string,
  conditions: unknown,
  namespace = 'lab',
): KubeObject => ({
  apiVersion: 'utxo.com.br/v1alpha1',
  kind: 'MoneroNodeSet',
  metadata: { name, namespace },
  status: { conditions },
});

describe('the conditions of objects', () => {
  let nodeSets: KubeObject[];
  let networks: KubeObject[];
  let leads: boolean;
  let registry: Registry;

  const series = async () =>
    (await registry.metrics())
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#'));

  beforeEach(() => {
    nodeSets = [];
    networks = [];
    leads = true;
    registry = new Registry();
    tellConditions(registry, () => leads, [
      { kind: 'MoneroNodeSet', store: { list: () => nodeSets } },
      { kind: 'MoneroNetwork', store: { list: () => networks } },
    ]);
  });

  it('are told by kind, namespace, name, type and status', async () => {
    nodeSets = [
      object('wallets', [
        { type: 'RpcPublished', status: 'False', ...SINCE },
        { type: 'Ready', status: 'True', ...SINCE },
      ]),
    ];
    networks = [
      object('wallets', [{ type: 'Ready', status: 'Unknown', ...SINCE }]),
    ];
    const of = (kind: string, type: string, status: string) =>
      `${NAME}{kind="${kind}",namespace="lab",name="wallets",type="${type}",status="${status}"}`;
    expect(await series()).toEqual([
      `${of('MoneroNodeSet', 'RpcPublished', 'False')} 1`,
      `${of('MoneroNodeSet', 'Ready', 'True')} 1`,
      `${of('MoneroNetwork', 'Ready', 'Unknown')} 1`,
    ]);
  });

  it('are as they are when metrics are asked for, and gone with the object or the condition', async () => {
    const ready = (status: string) => [{ type: 'Ready', status, ...SINCE }];
    nodeSets = [object('a', ready('True')), object('b', ready('True'))];
    expect(await series()).toHaveLength(2);
    nodeSets = [object('b', ready('False'))];
    expect(await series()).toEqual([
      `${NAME}{kind="MoneroNodeSet",namespace="lab",name="b",type="Ready",status="False"} 1`,
    ]);
    nodeSets = [object('b', [])];
    expect(await series()).toEqual([]);
  });

  it('are told by the leader alone', async () => {
    nodeSets = [object('a', [{ type: 'Ready', status: 'True', ...SINCE }])];
    leads = false;
    expect(await series()).toEqual([]);
    leads = true;
    expect(await series()).toHaveLength(1);
    leads = false;
    expect(await series()).toEqual([]);
  });

  it.each([
    ['there is no status yet', undefined],
    ['somebody damaged them', 'conditions'],
    ['one is damaged', [{ type: 'Ready', status: true, ...SINCE }]],
    [
      'somebody wrote another status',
      [{ type: 'Ready', status: 'Maybe', ...SINCE }],
    ],
    [
      'somebody added one of his own',
      [{ type: 'Mine', status: 'True', ...SINCE }],
    ],
  ])('have no series where %s', async (_, conditions) => {
    nodeSets = [object('a', conditions)];
    expect(await series()).toEqual([]);
  });

  it('are what the alerts of the exporter ask for', async () => {
    const rules = readFileSync(
      join(
        __dirname,
        '../../../packages/monerod-exporter/monitoring/alerts.yml',
      ),
      'utf8',
    );
    const asked = new Set(rules.match(/\bmonero_operator_\w+/g));
    expect([...asked]).toEqual([NAME]);
    const types = [
      ...rules.matchAll(/monero:object_condition\{type="(\w+)"/g),
    ].map(([, type]) => type);
    expect(types.sort()).toEqual([CONDITION.rpcPublished, CONDITION.stalled]);
  });
});
