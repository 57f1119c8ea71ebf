import type { MinerHealth } from '../schemas';
import { minerHealthOf, type MinerContext } from './minerHealth';
import type { PodLike } from './pod';
import type { MinerSample } from './sample';
import { ago, NOW, podWith } from './testing';

const xmrig = (change: Parameters<typeof podWith>[0] = {}) =>
  podWith({ name: 'xmrig', ...change });
const xmrigThat = (status: string) =>
  podWith(
    { name: 'xmrig' },
    { status: { conditions: [{ type: 'Ready', status }] } },
  );
const mining: MinerSample = {
  sampledAt: ago(4),
  up: true,
  mining: true,
  connected: true,
  pool: 'nodes-rpc:18089',
  hashrate60s: 600,
};

const rows: Record<
  string,
  {
    pod?: PodLike;
    sample?: MinerSample;
    context?: Partial<MinerContext>;
    is: Partial<MinerHealth>;
  }
> = {
  mines: {
    sample: mining,
    is: { state: 'Mining', hashrate60s: 600, kubeNode: 'node-a' },
  },
  'has just been started': {
    pod: xmrig({ state: { running: { startedAt: ago(20) } } }),
    is: {
      state: 'Starting',
      reason: 'xmrig was started 20 s ago and does not hash yet.',
    },
  },
  'is ready while Prometheus does not answer': {
    pod: xmrigThat('True'),
    sample: { ...mining, sampledAt: ago(200), lookedAtEverySeconds: 30 },
    context: { measuringAway: { since: ago(180), reason: 'It is away.' } },
    is: {
      state: 'Mining',
      reason: 'Its pod is ready; Prometheus has not answered for 3 min.',
      hashrate60s: 600,
    },
  },
  'is not ready while Prometheus does not answer': {
    pod: xmrigThat('False'),
    sample: { ...mining, sampledAt: ago(200) },
    context: { measuringAway: { since: ago(180), reason: 'It is away.' } },
    is: { state: 'Unknown', silent: 'source' },
  },
  'has no connection': {
    sample: { ...mining, mining: false, connected: false },
    is: {
      state: 'Idle',
      reason: 'It has no connection to who gives it work.',
    },
  },
  'has no connection, because the daemon gives no work': {
    sample: { ...mining, mining: false, connected: false },
    context: { noWork: 'No node of nodes is in sync.' },
    is: { state: 'Idle', reason: 'No node of nodes is in sync.' },
  },
  'is connected and does not hash': {
    sample: { ...mining, mining: false, hashrate10s: 0 },
    is: {
      state: 'Idle',
      reason: 'It is connected to nodes-rpc:18089 and makes 0 hashes a second.',
    },
  },
  'is not measured': {
    sample: { failedSince: ago(50), failure: 'HTTP status 503' },
    is: {
      state: 'Unknown',
      silent: 'exporter',
      reason: 'Its exporter has never answered (HTTP status 503).',
    },
  },
  'was measured long ago': {
    sample: { ...mining, sampledAt: ago(61), failedSince: ago(56) },
    is: {
      state: 'Unknown',
      reason: 'Its exporter has not answered for 1 min.',
      hashrate60s: 600,
    },
  },
  'does not answer its exporter': {
    sample: { sampledAt: ago(4), up: false },
    is: {
      state: 'Unknown',
      silent: 'program',
      reason: 'xmrig runs but does not answer its exporter.',
    },
  },
  'ran out of memory': {
    pod: xmrig({
      state: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
    }),
    is: {
      state: 'Crash loop',
      next: 'Raise its memory limit, spec.xmrig.resources.',
    },
  },
  'cannot be seen': {
    sample: mining,
    context: { unreachableSince: ago(190) },
    is: {
      state: 'Unknown',
      reason: 'The cluster has not been reachable for 3 min.',
    },
  },
};

describe('minerHealthOf', () => {
  it.each(Object.entries(rows))('a miner that %s', (_, row) => {
    const { pod = xmrig(), sample, context, is } = row;
    expect(minerHealthOf(pod, sample, { now: NOW, ...context })).toMatchObject(
      is,
    );
  });
});
