import { withFingerprint } from '../machinery/planChanges';
import { planRollout } from '../nodeset/rollout';
import { memberOf, MemberTraits, network } from '../testing/networks';
import { desiredChildren, isMember } from './children';
import { membersOf } from './members';
import { Member } from './observe';

const desiredOf = (of: ReturnType<typeof network>) =>
  desiredChildren(of).filter(isMember).map(withFingerprint);

function view(traits: MemberTraits) {
  const net = network();
  return membersOf(net, [memberOf(net, 1, traits)], desiredOf(net))[0];
}

describe('membersOf', () => {
  it.each<[string, MemberTraits, object]>([
    ['in sync when its node is', {}, { inSync: true, running: true }],
    [
      'out of sync with its node, for the same reason',
      { ready: 'False' },
      { inSync: false, running: true, message: 'The node is Syncing.' },
    ],
    [
      'not running while it starts',
      { ready: 'False', phase: 'Starting' },
      { inSync: false, running: false },
    ],
    [
      'nothing yet while its status is of an earlier specification',
      { unseen: true },
      {
        inSync: false,
        running: false,
        message: 'The operator is about to look at it.',
      },
    ],
    [
      'not running while the pod of before its change is there, which relays nothing',
      { replacing: 'known', phase: 'InSync', relaying: false },
      { inSync: false, running: false, phase: 'Pending' },
    ],
    [
      'not running while Kubernetes has yet to call that pod an old one',
      { replacing: 'unknown', phase: 'InSync', relaying: false },
      { inSync: false, running: false, phase: 'Pending' },
    ],
    [
      'on its way out when it is being deleted, whatever its status says',
      { terminating: true },
      {
        inSync: false,
        phase: 'Terminating',
        message: 'The member is being removed.',
      },
    ],
    [
      'in need of a person when its node set is',
      { ready: 'False', stalled: 'Service x exists.' },
      { stalled: 'Service x exists.' },
    ],
  ])('takes a member for %s', (_, traits, expected) => {
    expect(view(traits)).toMatchObject({
      pod: 'regtest-1',
      ordinal: 1,
      outdated: false,
      ...expected,
    });
  });

  it('counts by number, not by name', () => {
    const net = network({ replicas: 11 });
    const members = [10, 2, 0].map(ordinal => memberOf(net, ordinal));
    expect(
      membersOf(net, members, desiredOf(net)).map(({ ordinal }) => ordinal),
    ).toEqual([0, 2, 10]);
  });

  it('finds members outdated that lack what is wanted, and no others', () => {
    const net = network();
    const tampered: Member = memberOf(net, 1);
    tampered.spec = { ...tampered.spec, replicas: 2 };
    const members = [memberOf(net, 0), tampered, memberOf(net, 7)];
    expect(
      membersOf(net, members, desiredOf(net)).map(({ outdated }) => outdated),
    ).toEqual([false, true, false]);
  });
});

/** Is in sync, and finds nobody to hand transactions to. */
const SILENT: MemberTraits = {
  ready: 'False',
  phase: 'InSync',
  relaying: false,
};
/** The same, and has changed. */
const JOINED = { ...SILENT };
/** Was silent, is to change, and still has the pod of before. */
const GOING: MemberTraits = { ...SILENT, replacing: 'known' };
const TO_GO: MemberTraits = { ...SILENT, replacing: 'unknown' };
const CHANGED: readonly (MemberTraits | undefined)[] = [JOINED, GOING, TO_GO];

describe('the rollout of a network', () => {
  function plan(
    before: ReturnType<typeof network>,
    after: ReturnType<typeof network>,
    traits: MemberTraits[] = [],
  ): string[] {
    const members = Array.from({ length: before.replicas }, (_, i) =>
      memberOf(CHANGED.includes(traits[i]) ? after : before, i, traits[i]),
    );
    const views = membersOf(after, members, desiredOf(after));
    return planRollout(after, views, { closed: true }).map(({ pod }) => pod);
  }
  const onNetwork = (...names: ('tor' | 'i2p')[]) =>
    network({
      template: {
        spec: Object.fromEntries(names.map(each => [each, { enabled: true }])),
      },
    });
  const changed = (replicas: number, maxUnavailable = 1) =>
    network({
      replicas,
      template: {
        spec: {
          monerod: { args: ['--log-level=1'] },
          updateStrategy: { maxUnavailable },
        },
      },
    });

  it.each<[string, string[], string[]]>([
    ['nothing to do', plan(network(), network()), []],
    [
      'one at a time, from the highest',
      plan(network(), changed(3)),
      ['regtest-2'],
    ],
    [
      'as many as may be away',
      plan(network(), changed(3, 2)),
      ['regtest-2', 'regtest-1'],
    ],
    [
      'nobody while another is away',
      plan(network(), changed(3), [{}, {}, { ready: 'False', unseen: true }]),
      ['regtest-2'],
    ],
    [
      'the broken at once',
      plan(network(), changed(3), [{ ready: 'False', phase: 'Starting' }]),
      ['regtest-0'],
    ],
    [
      'nobody while the first on Tor does not relay, whose peers have come too',
      plan(network(), onNetwork('tor'), [{}, JOINED, JOINED]),
      [],
    ],
    [
      'the next when one on Tor is in sync and has nobody there to call yet',
      plan(network(), onNetwork('tor'), [{}, {}, JOINED]),
      ['regtest-1'],
    ],
    [
      'the next when one has changed from Tor to I2P',
      plan(onNetwork('tor'), onNetwork('i2p'), [{}, {}, JOINED]),
      ['regtest-1'],
    ],
    [
      'nobody while one that is on I2P too finds none of those on Tor',
      plan(onNetwork('tor'), onNetwork('tor', 'i2p'), [{}, {}, JOINED]),
      [],
    ],
    [
      'one that keeps transactions to itself before others',
      plan(onNetwork('tor'), network(), [SILENT, {}, {}]),
      ['regtest-0'],
    ],
    [
      'nobody while that one still has its pod of before, in sync and silent',
      plan(onNetwork('tor'), network(), [GOING, {}, {}]),
      [],
    ],
    [
      'nobody while Kubernetes has yet to take in that change',
      plan(onNetwork('tor'), onNetwork('i2p'), [{}, {}, TO_GO]),
      [],
    ],
    ['nobody when others join', plan(network(), network({ replicas: 9 })), []],
    ['nobody when others leave', plan(network(), network({ replicas: 2 })), []],
    [
      'the only member at once when a second joins, which waits for it',
      plan(network({ replicas: 1 }), network({ replicas: 2 })),
      ['regtest-0'],
    ],
    [
      'the last that stays when all others leave',
      plan(network(), network({ replicas: 1 })),
      ['regtest-0'],
    ],
  ])('changes %s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});
