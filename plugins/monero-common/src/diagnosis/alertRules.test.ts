import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOW } from '../health/testing';
import { FINDING_CODES, type FindingCode, type NodeHealth } from '../schemas';
import { diagnoseNodeSet } from './diagnoseNodeSet';
import { nodeWith, setOf } from './testing';

/** The exporter's rules for Prometheus: who is woken by them looks at our pages. */
const RULES = readFileSync(
  join(
    __dirname,
    '../../../../packages/monerod-exporter/monitoring/alerts.yml',
  ),
  'utf8',
);
const ALERTS = [
  ...RULES.matchAll(/- alert: (\w+)\n\s+expr: ([^]*?)\n\s+(?:for|labels):/g),
];
const nameOf = ([, name]: RegExpMatchArray) => name;
const exprOf = (wanted: string) =>
  ALERTS.find(([, name]) => name === wanted)?.[2].replace(/\s+/g, ' ');

/**
 * What the page says of the thing that an alert is about. It may say more: that
 * a node has no peer at all is told after a minute, and of private networks,
 * too, for the page knows from the specification who should have peers.
 */
const FINDING_OF: Readonly<Record<string, FindingCode>> = {
  MoneroExporterDown: 'ExporterDown',
  MoneroDaemonDown: 'DaemonSilent',
  MoneroNotInSync: 'Behind',
  MoneroLagging: 'Behind',
  MoneroFork: 'Forked',
  MoneroNoOutgoingPeers: 'Peerless',
  MoneroNoAnonymousPeers: 'NotRelaying',
  MoneroServiceUnpublished: 'ServiceUnpublished',
  MoneroRpcOnionUnpublished: 'ServiceUnpublished',
  MoneroObjectStalled: 'Stalled',
  MoneroVolumeAlmostFull: 'DiskNearlyFull',
  MoneroVolumeFullSoon: 'DiskNearlyFull',
  MoneroRestarts: 'CrashLoop',
  MoneroVersionsDiffer: 'VersionBehind',
  MoneroMinerDown: 'DaemonSilent',
  MoneroHashrateLow: 'NoHashrate',
  MoneroSharesRejected: 'RejectedShares',
};

/** Why the page does not find what an alert tells. */
const ALERT_ALONE: Readonly<Record<string, string>> = {
  MoneroLastBlockOld:
    'a public chain is late by chance; the page shows the age',
  MoneroLastBlockVeryOld: 'as above; nodes of one network cannot tell',
  MoneroFewOutgoingPeers: 'the page shows the number, and none is a finding',
  MoneroRpcSlow: 'the backend does not measure single calls',
  MoneroRpcFailing: 'as above',
  MoneroTransactionPoolLarge: 'the page charts it; it is no fault of the node',
  MoneroUpdateNeeded: 'only monerod knows of the next hard fork',
  MoneroOperatorAbsent:
    'the page tells of each object that no operator has looked at',
};

/** Why Prometheus is not asked about what the page finds. */
const FINDING_ALONE: Readonly<Partial<Record<FindingCode, string>>> = {
  ClusterAway: 'the cluster is away from the portal, not from its Prometheus',
  MeasuringAway: 'who would tell is Prometheus itself',
  OperatorSilent:
    'an object that no operator has looked at has no conditions to be told',
  Paused: 'somebody wants it so',
  RolloutWaiting: 'it goes on by itself',
  Pending: 'a pod that does not run has no exporter',
  Stuck: 'MoneroNotInSync and MoneroLagging tell of it',
  ClockSkew: 'the clock that a scrape is dated with is the suspect',
  LinksMissing: 'needs the two ends of a link',
  DaemonNotInSync: 'MoneroNotInSync tells of the node itself',
};

describe('findings and alerts', () => {
  it('gives each alert its finding, or the reason why there is none', () => {
    expect(ALERTS.length).toBeGreaterThan(15);
    expect(ALERTS.map(nameOf).sort()).toEqual(
      [...Object.keys(FINDING_OF), ...Object.keys(ALERT_ALONE)].sort(),
    );
  });

  it('gives each finding its alert, or the reason why there is none', () => {
    expect([...FINDING_CODES].sort()).toEqual(
      [
        ...new Set(Object.values(FINDING_OF)),
        ...Object.keys(FINDING_ALONE),
      ].sort(),
    );
  });

  const found = (node: Partial<NodeHealth>) =>
    diagnoseNodeSet(setOf([nodeWith(node)]), { now: NOW }).map(
      ({ code }) => code,
    );

  it('calls a volume nearly full at the same share', () => {
    const share = Number(
      / < ([\d.]+)$/.exec(exprOf('MoneroVolumeAlmostFull') ?? '')?.[1],
    );
    const withFree = (free: number) => {
      const freeBytes = free * 2 ** 40;
      return { freeBytes, databaseBytes: 2 ** 40 - freeBytes };
    };
    expect(found(withFree(share - 0.001))).toEqual(['DiskNearlyFull']);
    expect(found(withFree(share + 0.001))).toEqual([]);
  });

  const minutesOf = (alert: string) =>
    Number(
      new RegExp(`- alert: ${alert}\\n[^]*?for: (\\d+)m\\n`).exec(RULES)?.[1],
    );

  it('misses outgoing peers for as long', () => {
    const minutes = minutesOf('MoneroNoOutgoingPeers');
    const missedFor = (time: number) => ({
      peersIn: 1,
      peersOut: 0,
      noPeersOutSince: new Date(NOW - time * 60_000).toISOString(),
    });
    expect(found(missedFor(minutes + 0.1))).toEqual(['Peerless']);
    expect(found(missedFor(minutes - 0.1))).toEqual([]);
  });

  it('waits as long for the shared onion address to be published', () => {
    const minutes = minutesOf('MoneroRpcOnionUnpublished');
    const lostFor = (time: number) => [
      {
        type: 'RpcPublished',
        status: 'False' as const,
        message: 'Wallets do not find it.',
        lastTransitionTime: new Date(NOW - time * 60_000).toISOString(),
      },
    ];
    const foundFor = (time: number) =>
      diagnoseNodeSet(setOf([nodeWith({})], { conditions: lostFor(time) }), {
        now: NOW,
      }).map(({ code }) => code);
    expect(foundFor(minutes + 0.1)).toEqual(['ServiceUnpublished']);
    expect(foundFor(minutes - 0.1)).toEqual([]);
  });

  it('waits as long for an address to be published', () => {
    const minutes = minutesOf('MoneroServiceUnpublished');
    const lostFor = (time: number) => ({
      services: [
        {
          network: 'tor' as const,
          service: 'p2p' as const,
          published: false,
          since: new Date(NOW - time * 60_000).toISOString(),
        },
      ],
    });
    expect(found(lostFor(minutes + 0.1))).toEqual(['ServiceUnpublished']);
    expect(found(lostFor(minutes - 0.1))).toEqual([]);
  });

  it('looks as many days ahead for a full volume', () => {
    const days = Number(
      /, (\d+) \* 86400\)/.exec(exprOf('MoneroVolumeFullSoon') ?? '')?.[1],
    );
    const fullIn = (ahead: number) => ({
      diskFullAt: new Date(NOW + ahead * 86_400_000).toISOString(),
    });
    expect(found(fullIn(days - 0.1))).toEqual(['DiskNearlyFull']);
    expect(found(fullIn(days + 0.1))).toEqual([]);
  });
});
