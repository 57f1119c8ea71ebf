import type { NodeHealth } from '../schemas';
import { nodeHealthOf, type NodeContext } from './nodeHealth';
import type { PodLike } from './pod';
import type { NodeSample } from './sample';
import { ago, NOW, podWith, sampleWith } from './testing';

interface Row {
  pod?: PodLike;
  sample?: NodeSample;
  context?: Partial<NodeContext>;
  is: Partial<NodeHealth>;
}

const AWAY = { since: ago(180), reason: 'It cannot be reached.' };
const READY = { type: 'Ready', status: 'True' };

const behind = sampleWith({
  inSync: false,
  synchronized: false,
  height: 3_412_696,
  targetHeight: 3_412_880,
  heightSince: ago(3),
});

const SIDECARS = [
  { name: 'tor', ready: false },
  { name: 'i2pd', ready: true },
];

const rows: Record<string, Row> = {
  'at the top of the chain': {
    sample: sampleWith(),
    is: {
      state: 'In sync',
      blocksBehind: 0,
      height: 3_412_880,
      peersIn: 41,
      peersOut: 64,
      version: '0.18.4.0-release',
    },
  },
  'at the top of the chain, with peers on one of its two networks': {
    pod: podWith({}, { status: { initContainerStatuses: SIDECARS } }),
    sample: sampleWith(),
    is: {
      state: 'In sync',
      relaying: true,
      reason: 'At the top of the chain.',
    },
  },
  'at the top of the chain, and without a peer on its network': {
    pod: podWith(
      {},
      { status: { initContainerStatuses: SIDECARS.slice(0, 1) } },
    ),
    sample: sampleWith(),
    is: {
      state: 'In sync',
      relaying: false,
      reason:
        'At the top of the chain, but without a peer on Tor or I2P: wallets are not led to it.',
    },
  },
  'behind its peers at a measured speed': {
    sample: { ...behind, blocksPerSecond: 0.5 },
    is: {
      state: 'Behind',
      reason: '184 blocks behind, about 6 min.',
      blocksBehind: 184,
      secondsLeft: 368,
    },
  },
  'measured by a Prometheus that looks twice a minute': {
    sample: sampleWith({ sampledAt: ago(58), lookedAtEverySeconds: 30 }),
    is: { state: 'In sync', sampledAt: ago(58) },
  },
  'one that such a Prometheus failed to scrape once': {
    sample: sampleWith({
      sampledAt: ago(58),
      failedSince: ago(28),
      lookedAtEverySeconds: 30,
    }),
    is: { state: 'In sync' },
  },
  'one that such a Prometheus failed to scrape twice': {
    sample: sampleWith({
      sampledAt: ago(60),
      failedSince: ago(30),
      failure: 'Prometheus cannot scrape it',
      lookedAtEverySeconds: 30,
    }),
    is: {
      state: 'Unknown',
      silent: 'exporter',
      reason:
        'Its exporter has not answered for 1 min (Prometheus cannot scrape it). It was last seen at height 3,412,880.',
    },
  },
  'one of which such a Prometheus has nothing new': {
    sample: sampleWith({ sampledAt: ago(62), lookedAtEverySeconds: 30 }),
    is: { state: 'Unknown', silent: 'exporter' },
  },
  'a ready pod while Prometheus does not answer': {
    pod: podWith({}, { status: { conditions: [READY] } }),
    sample: { ...behind, sampledAt: ago(200) },
    context: { measuringAway: AWAY },
    is: {
      state: 'In sync',
      reason: 'Its pod is ready; Prometheus has not answered for 3 min.',
      height: behind.height,
      sampledAt: ago(200),
    },
  },
  'a pod that is not ready while Prometheus does not answer': {
    sample: sampleWith({ sampledAt: ago(200) }),
    context: { measuringAway: AWAY },
    is: {
      state: 'Unknown',
      silent: 'source',
      reason:
        'Its pod is not ready, and Prometheus has not answered for 3 min.',
      since: AWAY.since,
    },
  },
  'what was measured a moment before Prometheus went away': {
    pod: podWith({}, { status: { conditions: [READY] } }),
    sample: { ...behind, sampledAt: ago(20) },
    context: { measuringAway: { ...AWAY, since: ago(15) } },
    is: { state: 'Behind', reason: '184 blocks behind.' },
  },
  'one that has just been started while Prometheus does not answer': {
    pod: podWith({ state: { running: { startedAt: ago(20) } } }),
    sample: sampleWith({ sampledAt: ago(200) }),
    context: { measuringAway: AWAY },
    is: { state: 'Starting' },
  },
  'behind at an unknown speed': {
    sample: behind,
    is: { state: 'Behind', reason: '184 blocks behind.' },
  },
  'one block behind': {
    sample: { ...behind, height: 3_412_879 },
    is: { state: 'Behind', reason: '1 block behind.' },
  },
  'behind the best node of its set, while its peers tell no height': {
    sample: { ...behind, targetHeight: undefined },
    context: { bestHeight: 3_412_700 },
    is: { state: 'Behind', reason: '4 blocks behind.', blocksBehind: 4 },
  },
  'not synchronized, and nobody knows how far': {
    sample: { ...behind, targetHeight: undefined },
    is: {
      state: 'Behind',
      reason: 'Catching up; how far it has to go is not known yet.',
      blocksBehind: undefined,
    },
  },
  'in sync by its own word, but far behind its siblings': {
    sample: sampleWith({ height: 1000 }),
    context: { bestHeight: 1011 },
    is: { state: 'Behind', blocksBehind: 11 },
  },
  'a few blocks behind a sibling that was asked later': {
    sample: sampleWith({ height: 1000 }),
    context: { bestHeight: 1010 },
    is: { state: 'In sync', blocksBehind: 0 },
  },
  'behind and standing still': {
    sample: { ...behind, heightSince: ago(720) },
    is: {
      state: 'Stuck',
      reason: 'Has stood at height 3,412,696 for 12 min, 184 blocks behind.',
      since: ago(720),
    },
  },
  'in sync without a new block for long': {
    sample: sampleWith({ heightSince: ago(1200) }),
    is: { state: 'In sync' },
  },
  'without any peer': {
    sample: sampleWith({ peersIn: 0, peersOut: 0 }),
    is: {
      state: 'Peerless',
      reason: 'Connected to no other node, so no new block reaches it.',
    },
  },
  'without peers by design': {
    sample: sampleWith({ peersIn: 0, peersOut: 0 }),
    context: { peersExpected: false },
    is: { state: 'In sync' },
  },
  'without a number of peers (masked) it is not peerless': {
    sample: sampleWith({ peersIn: undefined, peersOut: undefined }),
    is: { state: 'In sync', peersIn: undefined },
  },
  'just started, no peer yet': {
    pod: podWith({ state: { running: { startedAt: ago(20) } } }),
    sample: sampleWith({ peersIn: 0, peersOut: 0 }),
    is: {
      state: 'Starting',
      reason: 'monerod was started 20 s ago and looks for its first peer.',
    },
  },
  'just started, no answer yet': {
    pod: podWith({ state: { running: { startedAt: ago(12) } } }),
    is: {
      state: 'Starting',
      reason: 'monerod was started 12 s ago and does not answer yet.',
      height: undefined,
    },
  },
  'not asked yet, but its pod is ready': {
    pod: podWith(
      {},
      {
        status: {
          containerStatuses: podWith().status?.containerStatuses,
          conditions: [{ type: 'Ready', status: 'True' }],
        },
      },
    ),
    is: {
      state: 'In sync',
      reason: 'Its pod is ready; not measured yet.',
      next: undefined,
      height: undefined,
      blocksBehind: undefined,
    },
  },
  'restarted since the last sample': {
    pod: podWith({
      restartCount: 1,
      state: { running: { startedAt: ago(2) } },
    }),
    sample: sampleWith({ sampledAt: ago(4) }),
    is: { state: 'Starting', restarts: 1 },
  },
  'the exporter answers, monerod does not': {
    sample: { sampledAt: ago(2), up: false },
    is: {
      state: 'Unknown',
      silent: 'program',
      reason: 'monerod runs for 1 h but does not answer its exporter.',
      height: undefined,
      peersIn: undefined,
    },
  },
  'the exporter has just failed once': {
    sample: sampleWith({ sampledAt: ago(9), failedSince: ago(3) }),
    is: { state: 'In sync' },
  },
  'the exporter has failed again': {
    sample: sampleWith({
      sampledAt: ago(10),
      failedSince: ago(5),
      failure: 'HTTP status 502',
    }),
    is: {
      state: 'Unknown',
      reason:
        'Its exporter has not answered for 10 s (HTTP status 502). It was last seen at height 3,412,880.',
      since: ago(5),
    },
  },
  'the exporter has fallen silent: old values keep their age': {
    sample: sampleWith({
      sampledAt: ago(130),
      failedSince: ago(125),
      failure: 'HTTP status 502',
    }),
    is: {
      state: 'Unknown',
      reason:
        'Its exporter has not answered for 2 min (HTTP status 502). It was last seen at height 3,412,880.',
      height: 3_412_880,
      sampledAt: ago(130),
    },
  },
  'the exporter has never answered': {
    sample: { failedSince: ago(500), failure: 'timeout' },
    is: {
      state: 'Unknown',
      reason: 'Its exporter has never answered (timeout).',
      sampledAt: undefined,
    },
  },
  'no machine fits': {
    pod: podWith(
      {},
      {
        spec: {},
        status: {
          phase: 'Pending',
          containerStatuses: undefined,
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message:
                "0/3 nodes are available: 3 didn't match anti-affinity. no new claims to deallocate, preemption: 0/3 nodes are available: 3 No preemption victims found.",
              lastTransitionTime: ago(60),
            },
          ],
        },
      },
    ),
    is: {
      state: 'Pending',
      reason:
        "No machine can take it: 0/3 nodes are available: 3 didn't match anti-affinity.",
      next: 'It starts as soon as one can: free or add a machine, or ask for less.',
      since: ago(60),
    },
  },
  'the image is not there': {
    pod: podWith({
      ready: false,
      state: {
        waiting: {
          reason: 'ImagePullBackOff',
          message: 'Back-off pulling image "monerod:nope"',
        },
      },
    }),
    is: {
      state: 'Pending',
      reason:
        'The image of monerod cannot be pulled: Back-off pulling image "monerod:nope".',
      brief: 'The image of monerod cannot be pulled.',
      next: 'Correct the image in spec, or the pull secrets; Kubernetes tries again by itself.',
    },
  },
  'the image of tor is not there, which comes first': {
    pod: podWith(
      { ready: false, state: { waiting: { reason: 'PodInitializing' } } },
      {
        status: {
          initContainerStatuses: [
            {
              name: 'tor',
              state: { waiting: { reason: 'ErrImagePull', message: 'nope' } },
            },
          ],
        },
      },
    ),
    is: {
      state: 'Pending',
      reason: 'The image of tor cannot be pulled: nope.',
      brief: 'The image of tor cannot be pulled.',
      next: "Correct the operator's --tor-image, or the pull secrets; Kubernetes tries again by itself.",
    },
  },
  'ended over an address, which its last words do not say': {
    pod: podWith({
      state: {
        terminated: {
          exitCode: 1,
          finishedAt: ago(3),
          message: 'E Exception in main! Failed to initialize p2p server.',
        },
      },
    }),
    is: {
      state: 'Crash loop',
      reason:
        'monerod ended with exit code 1: "E Exception in main! Failed to initialize p2p server."',
      next: expect.stringContaining('--tx-proxy take an IP address'),
    },
  },
  'containers are being made': {
    pod: podWith({
      ready: false,
      state: { waiting: { reason: 'ContainerCreating' } },
    }),
    is: { state: 'Pending', reason: 'Its containers are being created.' },
  },
  evicted: {
    pod: podWith(
      {},
      {
        status: {
          phase: 'Failed',
          reason: 'Evicted',
          message: 'The node was low on resource: memory',
          containerStatuses: undefined,
        },
      },
    ),
    is: {
      state: 'Pending',
      reason:
        'Its pod ended: The node was low on resource: memory. A new one takes its place.',
    },
  },
  'in a crash loop, with last words': {
    pod: podWith({
      ready: false,
      restartCount: 4,
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: {
        terminated: {
          exitCode: 1,
          finishedAt: ago(30),
          message:
            'starting\n\u001b[31mFailed to parse\u0007 arguments: bad flag\u001b[0m\n',
        },
      },
    }),
    // What was measured before the crash is of no use, and must not hide it.
    sample: sampleWith(),
    is: {
      state: 'Crash loop',
      reason:
        'monerod ended 4 times, last with exit code 1: "Failed to parse  arguments: bad flag"',
      since: ago(30),
      restarts: 4,
    },
  },
  'in a crash loop, and monerod names the argument': {
    pod: podWith({
      ready: false,
      state: {
        terminated: {
          exitCode: 1,
          message:
            "Failed to parse arguments: unrecognised option '--tuxedo'\n",
          finishedAt: ago(2),
        },
      },
    }),
    is: {
      state: 'Crash loop',
      next: 'Remove or correct --tuxedo in spec.monerod.args; Kubernetes tries again by itself.',
    },
  },
  'silent after it has answered, soon after its start': {
    pod: podWith({ state: { running: { startedAt: ago(100) } } }),
    sample: { sampledAt: ago(2), up: false, answeredAt: ago(40) },
    is: {
      state: 'Unknown',
      silent: 'program',
      reason: 'monerod runs, but has not answered its exporter for 40 s.',
      since: ago(40),
    },
  },
  'on another chain than most of its siblings': {
    sample: sampleWith(),
    context: {
      fork: { index: 3_412_871, hash: 'a', otherHash: 'b', others: 2 },
    },
    is: {
      state: 'Forked',
      reason: 'Its block 3,412,871 is not the one of 2 other nodes.',
    },
  },
  'in a crash loop, without last words': {
    pod: podWith({
      ready: false,
      restartCount: 1,
      state: { terminated: { exitCode: 1, finishedAt: ago(2) } },
    }),
    is: {
      state: 'Crash loop',
      reason: 'monerod ended with exit code 1.',
      next: 'Its log says why: kubectl logs web-0 -c monerod --previous.',
    },
  },
  'killed for its memory': {
    pod: podWith({
      ready: false,
      restartCount: 2,
      state: { running: { startedAt: ago(5) } },
      lastState: {
        terminated: { exitCode: 137, reason: 'OOMKilled', finishedAt: ago(6) },
      },
    }),
    is: {
      state: 'Crash loop',
      reason: 'monerod ended 2 times, last because it ran out of memory.',
      next: 'Raise its memory limit, spec.monerod.resources.',
    },
  },
  'crashed long ago and well since': {
    pod: podWith({
      restartCount: 5,
      lastState: { terminated: { exitCode: 1, finishedAt: ago(3601) } },
    }),
    sample: sampleWith(),
    is: { state: 'In sync', restarts: 5 },
  },
  'being stopped': {
    pod: podWith(
      {},
      {
        metadata: {
          name: 'web-0',
          deletionTimestamp: ago(-297),
          deletionGracePeriodSeconds: 300,
        },
      },
    ),
    sample: sampleWith(),
    is: { state: 'Stopping', since: ago(3) },
  },
  'in a cluster that is away': {
    sample: sampleWith({ sampledAt: ago(240) }),
    context: { unreachableSince: ago(240) },
    is: {
      state: 'Unknown',
      reason: 'The cluster has not been reachable for 4 min.',
      sampledAt: ago(240),
    },
  },
};

describe('nodeHealthOf', () => {
  it.each(Object.entries(rows))('%s', (_, { pod, sample, context, is }) => {
    const health = nodeHealthOf(pod ?? podWith(), sample, {
      now: NOW,
      ...context,
    });
    expect(health).toMatchObject(is);
  });

  it('takes the time of its state from the readiness of the pod', () => {
    const pod = podWith(
      {},
      {
        status: {
          containerStatuses: podWith().status?.containerStatuses,
          conditions: [
            { type: 'Ready', status: 'True', lastTransitionTime: ago(90) },
          ],
        },
      },
    );
    expect(nodeHealthOf(pod, sampleWith(), { now: NOW }).since).toBe(ago(90));
  });
});
