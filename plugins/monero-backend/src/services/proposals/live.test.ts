import { liveWith } from '../../testing/rows';
import { observeNetwork } from '../clusters/observedNetwork';
import { nodeSetObject } from '../../testing/fakeKube';
import type { ClusterSnapshot, ObservedPod } from '../clusters';
import { liveOf } from './live';

const pod = (nodeSet: string, namespace = 'monero'): ObservedPod => ({
  namespace,
  program: 'monerod',
  nodeSet,
  uid: '',
  metadata: { name: `${nodeSet}-0` },
});
const network = observeNetwork(nodeSetObject({ name: 'web' }));
const snapshot: ClusterSnapshot = {
  name: 'dev',
  state: 'connected',
  since: 0,
  nodeSets: [
    liveWith(),
    { ...liveWith({ name: 'web-0' }), partOf: 'web' },
    { ...liveWith({ name: 'web-1', namespace: 'other' }), partOf: 'web' },
  ],
  networks: network ? [network] : [],
  miningNodeSets: [],
  autoscalers: [],
  pods: [pod('web'), pod('web-0'), pod('web', 'other')],
};
const web = { namespace: 'monero', name: 'web' };

describe('what a cluster says of an object', () => {
  it.each([
    ['MoneroNodeSet' as const, { known: true, remnants: 1 }, 'MoneroNodeSet'],
    ['MoneroNetwork' as const, { known: true, remnants: 1 }, 'MoneroNetwork'],
    ['MoneroMiningNodeSet' as const, { known: true, remnants: 0 }, undefined],
  ])('by kind: %s', (kind, expected, found) => {
    const live = liveOf({ ...web, kind }, snapshot);
    expect(live).toMatchObject(expected);
    expect(live.object?.kind).toBe(found);
  });

  it('is the last known state while the cluster is away', () => {
    const away = { ...snapshot, state: 'unreachable' as const };
    const live = liveOf({ ...web, kind: 'MoneroNodeSet' }, away);
    expect(live).toMatchObject({ known: false, object: { name: 'web' } });
  });

  it('is nothing for a cluster that nobody configured', () => {
    expect(liveOf({ ...web, kind: 'MoneroNodeSet' }, undefined)).toEqual({
      known: false,
      remnants: 0,
    });
  });
});
