import { KubeError, KubeObject } from '@monero-portal/kube-client';
import { FakeClock, settle } from '../testing/FakeClock';
import { FakeCluster } from '../testing/FakeCluster';
import { silentLogger } from '../testing/silentLogger';
import { EventNote, EventRecorder } from './EventRecorder';

const nodes: KubeObject = {
  apiVersion: 'utxo.com.br/v1alpha1',
  kind: 'MoneroNodeSet',
  metadata: { name: 'nodes', namespace: 'monero', uid: 'u1' },
};
const event: EventNote = {
  type: 'Normal',
  reason: 'AllInSync',
  action: 'Reconcile',
  note: 'All 3 nodes are in sync.',
};

describe('EventRecorder', () => {
  let clock: FakeClock;
  let cluster: FakeCluster;
  let logger: ReturnType<typeof silentLogger>;
  let recorder: EventRecorder;

  beforeEach(() => {
    clock = new FakeClock();
    cluster = new FakeCluster();
    logger = silentLogger();
    recorder = new EventRecorder({
      client: cluster,
      clock,
      logger,
      controller: 'utxo.com.br/monero-operator',
      instance: 'pod-1',
    });
  });

  it('writes an event about an object', async () => {
    recorder.record(nodes, event);
    await settle();
    expect(cluster.writes[0].body).toMatchObject({
      apiVersion: 'events.k8s.io/v1',
      metadata: { namespace: 'monero' },
      eventTime: '2026-01-01T00:00:00.000000Z',
      reportingController: 'utxo.com.br/monero-operator',
      reportingInstance: 'pod-1',
      ...event,
      regarding: { kind: 'MoneroNodeSet', name: 'nodes', uid: 'u1' },
    });
  });

  it('does not repeat itself for ten minutes', async () => {
    recorder.record(nodes, event);
    await clock.advance(9 * 60_000);
    recorder.record(nodes, event);
    recorder.record(nodes, { ...event, note: 'Another thing.' });
    await settle();
    expect(cluster.writes).toHaveLength(2);
    await clock.advance(2 * 60_000);
    recorder.record(nodes, event);
    await settle();
    expect(cluster.writes).toHaveLength(3);
  });

  it('stems a flood about one object, without silencing others', async () => {
    for (let i = 0; i < 100; i += 1) {
      recorder.record(nodes, { ...event, note: `Note ${i}` });
    }
    const other = { ...nodes, metadata: { ...nodes.metadata, uid: 'u2' } };
    recorder.record(other, event);
    await settle();
    expect(cluster.writes).toHaveLength(26);
    await clock.advance(5 * 60_000);
    recorder.record(nodes, { ...event, note: 'Later' });
    await settle();
    expect(cluster.writes).toHaveLength(27);
  });

  it('cuts a note to what the API takes', async () => {
    recorder.record(nodes, { ...event, note: 'x'.repeat(5000) });
    await settle();
    expect(cluster.writes[0].body).toMatchObject({ note: 'x'.repeat(1024) });
  });

  it('only logs when it cannot write', async () => {
    const refusal = new KubeError({ code: 'Forbidden', message: 'no' });
    jest.spyOn(cluster, 'create').mockRejectedValue(refusal);
    recorder.record(nodes, event);
    await settle();
    expect(logger.lines).toEqual(['event not written']);
  });
});
