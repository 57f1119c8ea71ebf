import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  findPrometheus,
  RunningPrometheus,
  startPrometheus,
} from 'monerod-exporter/testing';
import {
  ControlPlane,
  controlPlane,
  createNamespace,
} from './faults/ControlPlane';
import { bundle, OperatorProcess } from './faults/OperatorProcess';
import { apply, manifest } from './faults/world';
import { until } from './support';

const RULES = join(
  dirname(require.resolve('monerod-exporter/package.json')),
  'monitoring/alerts.yml',
);
const OPERATORS = ['monero-operator-0', 'monero-operator-1'];
/** Where they run, as the Prometheus operator writes it for a PodMonitor. */
const THEIR_NAMESPACE = 'monero-system';

describe('two operators that a real Prometheus scrapes, with the rules that are shipped', () => {
  let plane: ControlPlane;
  let namespace: string;
  let removeNamespace: () => Promise<void>;
  let folder: string;
  let prometheus: RunningPrometheus;
  const operators: OperatorProcess[] = [];

  const conditions = () =>
    prometheus.query('monero_operator_object_condition{type="Ready"}', 1);
  const absent = (count: number) =>
    prometheus.query('ALERTS{alertname="MoneroOperatorAbsent"}', count);

  beforeAll(async () => {
    plane = await controlPlane();
    const made = await createNamespace(
      plane.client,
      `scraped-${Date.now().toString(36)}`,
    );
    namespace = made.namespace;
    removeNamespace = made.remove;
    const file = await bundle();
    for (const _ of OPERATORS) {
      const operator = await OperatorProcess.start({
        file,
        kubeconfig: plane.kubeconfig,
        leaseNamespace: namespace,
        options: [`--namespace=${namespace}`],
      });
      operators.push(operator);
      // The first one leads.
      await until(
        'it is ready',
        () => operator.isReady(),
        isReady => isReady,
      );
    }
    await apply(
      plane.client,
      manifest('MoneroNodeSet', namespace, 'wallets', { network: 'regtest' }),
    );
    folder = await mkdtemp(join(tmpdir(), 'operator-prometheus-'));
    prometheus = await startPrometheus({
      programs: await findPrometheus(),
      folder,
      targets: operators.map(({ metricsHost }, index) => ({
        host: metricsHost,
        labels: { namespace: THEIR_NAMESPACE, instance: OPERATORS[index] },
      })),
      intervalSeconds: 1,
      ruleFiles: [RULES],
      // As in the PodMonitor of the operator.
      honorLabels: true,
    });
  });

  afterAll(async () => {
    await prometheus?.stop();
    for (const operator of operators) await operator.stop();
    await removeNamespace?.();
    await plane?.release();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it('tell each condition once, by the one that leads, with the namespace of the object', async () => {
    const [{ metric, value }] = await conditions();
    expect(value).toBe('1');
    expect(metric).toMatchObject({
      ...{ kind: 'MoneroNodeSet', namespace, name: 'wallets' },
      instance: OPERATORS[0],
    });
    const [recorded] = await prometheus.query(
      'monero:object_condition{type="Ready"}',
      1,
    );
    expect(recorded.metric).toMatchObject({ namespace, name: 'wallets' });
    expect(await absent(0)).toEqual([]);
  });

  it('tell it by the other one when the first one ends', async () => {
    await operators[0].stop();
    const [{ metric }] = await prometheus.query(
      `monero_operator_object_condition{type="Ready",instance="${OPERATORS[1]}"}`,
      1,
    );
    expect(metric).toMatchObject({ namespace, name: 'wallets' });
    expect(await conditions()).toHaveLength(1);
    expect(await absent(0)).toEqual([]);
  });

  it('are missed when both have ended', async () => {
    await operators[1].stop();
    const [{ metric }] = await absent(1);
    expect(metric).toMatchObject({
      alertstate: 'pending',
      namespace: THEIR_NAMESPACE,
      severity: 'critical',
    });
  });
});
