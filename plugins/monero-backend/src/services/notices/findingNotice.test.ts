import type { Finding, FindingCode } from '@monero-portal/plugin-monero-common';
import { findingNotice, goneNotice } from './findingNotice';

const web = {
  kind: 'MoneroNodeSet',
  cluster: 'dev',
  namespace: 'monero',
  name: 'web',
} as const;

const forked: Finding = {
  code: 'Forked',
  severity: 'critical',
  pod: 'web-1',
  what: 'web-1 follows another chain',
  evidence: 'At height 100 it has another hash.',
  next: 'It comes back by itself when it meets the others.',
};
const pending: Finding = {
  code: 'Pending',
  severity: 'warning',
  pod: 'web-2',
  what: 'web-2 does not start',
  evidence: 'No machine has 8 GiB free.',
  next: 'Add a machine.',
};

function noticeOf(
  lasting: Finding[],
  told = '',
  present: FindingCode[] = lasting.map(({ code }) => code),
) {
  return findingNotice(web, { lasting, present: new Set(present) }, told);
}

describe('findingNotice', () => {
  it('tells who owns it what is wrong, what shows it and what to do', () => {
    expect(noticeOf([forked])).toEqual({
      scope: 'finding/dev.monero.web',
      from: '',
      to: 'Forked',
      notice: {
        recipients: {
          type: 'entity',
          entityRef: ['resource:default/dev.monero.web'],
        },
        payload: {
          title: 'Node set web in dev: web-1 follows another chain',
          description:
            'At height 100 it has another hash. It comes back by itself when it meets the others.',
          severity: 'critical',
          link: '/catalog/default/resource/dev.monero.web/nodes',
          topic: 'Monero health',
          scope: 'finding/dev.monero.web',
        },
      },
    });
  });

  it('tells an owner whom the object names, too', () => {
    const seen = { lasting: [forked], present: new Set<FindingCode>() };
    const found = findingNotice({ ...web, owner: 'wallets' }, seen, '');
    expect(found?.notice.recipients).toEqual({
      type: 'entity',
      entityRef: ['group:default/wallets', 'resource:default/dev.monero.web'],
    });
  });

  it.each([
    ['MoneroNetwork', 'Network web', 'dev.monero.web.network/network'],
    ['MoneroMiningNodeSet', 'Mining set web', 'dev.monero.web.miners/miners'],
  ] as const)('names a %s and links its page', (kind, title, link) => {
    const seen = { lasting: [forked], present: new Set<FindingCode>() };
    const found = findingNotice({ ...web, kind }, seen, '');
    expect(found?.notice.payload.title).toContain(`${title} in dev: `);
    expect(found?.notice.payload.link).toContain(link);
  });

  it.each<[string, Finding[], string, FindingCode[], string | undefined]>([
    ['nothing of what is well', [], '', [], undefined],
    ['nothing of what does not last yet', [], '', ['Forked'], undefined],
    ['nothing twice', [forked], 'Forked', ['Forked'], undefined],
    [
      'what is new beside what was told',
      [forked, pending],
      'Forked',
      ['Forked', 'Pending'],
      'Forked,Pending',
    ],
    [
      'nothing while a part of it is over',
      [pending],
      'Forked,Pending',
      ['Pending'],
      undefined,
    ],
    ['nothing while it comes and goes', [], 'Forked', ['Forked'], undefined],
    ['what came instead of it', [pending], 'Forked', ['Pending'], 'Pending'],
    ['that it is over', [], 'Forked,Pending', [], ''],
    [
      'that it is over while something else does not last yet',
      [],
      'Forked',
      ['Stuck'],
      '',
    ],
  ])('tells %s', (_, lasting, told, present, to) => {
    expect(noticeOf(lasting, told, present)?.to).toBe(to);
  });

  it('puts the worst first and counts the others', () => {
    const { payload } = noticeOf([forked, pending])?.notice ?? {};
    expect(payload).toMatchObject({
      title: 'Node set web in dev: web-1 follows another chain, and 1 more',
      description: expect.stringContaining('Also: web-2 does not start.'),
    });
    expect(noticeOf([pending])?.notice.payload.severity).toBe('high');
  });

  it('takes back what it told under the same name', () => {
    const over = noticeOf([], 'Forked,Pending');
    expect(over?.scope).toBe(noticeOf([forked])?.scope);
    expect(over?.notice.payload).toMatchObject({
      title: 'Node set web in dev is well again',
      description: 'What was wrong is over: Forked, Pending.',
      severity: 'normal',
    });
  });

  it('tells that an object is gone to who knows what was wrong with it', () => {
    expect(goneNotice(web, '')).toBeUndefined();
    expect(goneNotice(web, 'Forked')).toMatchObject({
      from: 'Forked',
      to: '',
      notice: { payload: { title: 'Node set web in dev is gone' } },
    });
  });
});
