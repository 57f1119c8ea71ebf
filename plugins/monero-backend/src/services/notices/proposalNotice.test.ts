import { ago, liveWith, mergedRow, NOW, rowWith } from '../../testing/rows';
import type { ProposalRow } from '../proposals/ProposalRow';
import { proposalNotice } from './proposalNotice';
import type { AroundProposal } from './stage';

const WALLETS = 'group:default/wallets';
const GUEST = 'user:default/guest';
const WEB = 'resource:default/dev.monero.web';

const stalledFor = (seconds: number, proposal = '7') =>
  liveWith({
    annotations: { 'utxo.com.br/proposal': proposal },
    status: {
      conditions: [
        {
          type: 'Stalled',
          status: 'True',
          reason: 'NoSecret',
          message: 'Secret keys is not there.',
          lastTransitionTime: ago(seconds),
        },
      ],
    },
  });

function noticeOf(
  row: ProposalRow,
  told = '',
  around: Partial<AroundProposal> = {},
) {
  return proposalNotice(row, { now: NOW, known: true, ...around }, told);
}

describe('proposalNotice', () => {
  it('asks the owner for a review, but not who has just proposed it', () => {
    expect(noticeOf(rowWith({ owner: WALLETS }))).toEqual({
      scope: 'proposal/7',
      from: '',
      to: 'proposed',
      notice: {
        recipients: {
          type: 'entity',
          entityRef: [WALLETS, WEB],
          excludeEntityRef: GUEST,
        },
        payload: {
          title: 'Waits for review: Add web',
          description:
            'Proposal #7 to create node set web in namespace monero of cluster dev, by guest. It changes nothing until it is merged.',
          severity: 'normal',
          link: '/monero/proposals/7',
          topic: 'Monero proposals',
          scope: 'proposal/7',
        },
      },
    });
  });

  it('names the pull request where there is one', () => {
    const row = rowWith({ forge: 'GitHub', prNumber: 12 });
    expect(noticeOf(row)?.notice.payload.description).toContain(
      'until it is merged on GitHub (#12).',
    );
  });

  it.each<[string, Partial<ProposalRow>, object]>([
    [
      'who the catalog knows to own it, and the proposer, where it names nobody',
      {},
      { entityRef: [WEB, GUEST] },
    ],
    [
      'a group that is named without its kind',
      { owner: 'wallets' },
      { entityRef: [WALLETS, WEB], excludeEntityRef: GUEST },
    ],
    [
      'who the catalog knows, where the owner can be nobody',
      { owner: 'group:/' },
      { entityRef: [WEB, GUEST] },
    ],
    ['no service', { proposedBy: 'service:external:ci' }, { entityRef: [WEB] }],
  ])('asks %s', (_, change, recipients) => {
    const found = noticeOf(rowWith(change))?.notice.recipients;
    expect(found).toEqual({ type: 'entity', ...recipients });
  });

  const failing = { object: stalledFor(61) };
  const applied = { appliedAt: ago(30) };
  it.each<
    [
      string,
      ProposalRow,
      string,
      Partial<AroundProposal>,
      [string, string, string],
    ]
  >([
    [
      'a conflict',
      rowWith({ state: 'conflict', conflict: 'web.yaml was changed.' }),
      'proposed',
      {},
      [
        'conflict',
        'Cannot be merged: Add web',
        'web.yaml was changed. Propose',
      ],
    ],
    [
      'a conflict that is over',
      rowWith(),
      'conflict',
      {},
      ['proposed', 'Waits for review: Add web', 'It changes nothing until'],
    ],
    [
      'that it was closed, and by whom',
      rowWith({ state: 'closed', closedBy: 'user:default/platform' }),
      'proposed',
      {},
      ['closed', 'Closed: Add web', 'cluster dev, by platform. Nothing was'],
    ],
    [
      'that it was closed by nobody knows whom',
      rowWith({ state: 'closed' }),
      '',
      {},
      ['closed', 'Closed: Add web', 'cluster dev. Nothing was changed.'],
    ],
    [
      'that it was merged',
      mergedRow(),
      'proposed',
      {},
      ['merged', 'Merged: Add web', 'by platform. The GitOps agent of cluster'],
    ],
    [
      'that nobody has applied it',
      mergedRow({ mergedAt: ago(16 * 60) }),
      'merged',
      {},
      ['late', 'Not applied yet: Add web', 'was merged 16 min ago, and is not'],
    ],
    [
      'that it is applied after all',
      mergedRow({ mergedAt: ago(1200), ...applied }),
      'late',
      {},
      ['merged', 'Goes on: Add web', 'is being applied after all'],
    ],
    [
      'that the operator cannot go on, and why',
      mergedRow(applied),
      'merged',
      failing,
      [
        'failed',
        'Failed to apply: Add web',
        'go on. Secret keys is not there.',
      ],
    ],
    [
      'that the operator can again',
      mergedRow(applied),
      'failed',
      { object: liveWith() },
      ['merged', 'Goes on: Add web', 'after all'],
    ],
    [
      'that it is in sync, who knows it failed',
      mergedRow({ ...applied, reconciledAt: ago(20), inSyncAt: ago(10) }),
      'failed',
      {},
      ['done', 'In sync: Add web', 'has come through after all'],
    ],
    [
      'what overtook it, who knows it failed',
      mergedRow({ ...applied, supersededBy: 8 }),
      'failed',
      failing,
      ['done', 'Overtaken: Add web', 'proposal #8 changed the same object'],
    ],
  ])('tells %s', (_, row, told, around, [to, title, part]) => {
    const saying = noticeOf(row, told, around);
    expect(saying).toMatchObject({ from: told, to });
    expect(saying?.notice.payload).toMatchObject({
      title,
      description: expect.stringContaining(part),
      severity: ['conflict', 'late', 'failed'].includes(to) ? 'high' : 'normal',
    });
  });

  it.each<[string, ProposalRow, string, Partial<AroundProposal>]>([
    ['of a draft', rowWith({ state: 'drafting' }), '', {}],
    ['twice', rowWith(), 'proposed', {}],
    ['that it is merged twice', mergedRow(), 'merged', {}],
    [
      'that all went well',
      mergedRow({ ...applied, inSyncAt: ago(1) }),
      'merged',
      {},
    ],
    [
      'that it waits, when another portal told its end',
      rowWith(),
      'merged',
      {},
    ],
    [
      'of a conflict, when another portal told its end',
      rowWith({ state: 'conflict' }),
      'closed',
      {},
    ],
    [
      'that it is late while its cluster is away',
      mergedRow({ mergedAt: ago(1200) }),
      'merged',
      { known: false },
    ],
    [
      'that it failed before a minute is over',
      mergedRow(applied),
      'merged',
      { object: stalledFor(59) },
    ],
    [
      'that another proposal failed',
      mergedRow(applied),
      'merged',
      { object: stalledFor(600, '8') },
    ],
    [
      'that it failed once the operator has taken it',
      mergedRow({ ...applied, reconciledAt: ago(20) }),
      'merged',
      failing,
    ],
  ])('tells nothing %s', (_, row, told, around) => {
    expect(noticeOf(row, told, around)).toBeUndefined();
  });

  it('cuts what the notifications plugin could not store', () => {
    const row = rowWith({ state: 'conflict', conflict: 'x'.repeat(5_000) });
    const payload = noticeOf({ ...row, title: 'y'.repeat(400) })?.notice
      .payload;
    expect(payload?.title).toHaveLength(255);
    expect(payload?.description).toHaveLength(2_000);
  });
});
