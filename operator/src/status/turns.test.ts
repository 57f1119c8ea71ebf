import { Condition } from '@monero-portal/monero-api';
import { turnsBetween } from './turns';

const condition = (
  type: string,
  status: Condition['status'],
  reason: string,
): Condition => ({
  type,
  status,
  reason,
  message: `${reason} it is.`,
  observedGeneration: 1,
  lastTransitionTime: '2026-01-01T00:00:00Z',
});

const ready = condition('Ready', 'True', 'AllInSync');
const rolling = condition('Ready', 'False', 'RollingOut');
const behind = condition('Ready', 'False', 'NotInSync');
const moment = condition('Ready', 'False', 'Progressing');
const creating = condition('Ready', 'False', 'Creating');
const away = condition('Ready', 'False', 'DaemonMissing');
const paused = condition('Paused', 'True', 'Paused');
const active = condition('Paused', 'False', 'Active');
const stalled = condition('Stalled', 'True', 'InvalidSpec');

describe('turnsBetween', () => {
  it.each<[string, Condition[] | undefined, Condition[], string[]]>([
    ['the first look', undefined, [rolling, active], ['Normal RollingOut']],
    ['what was just asked for', undefined, [creating, active], []],
    ['what is missing again', [ready], [creating], ['Normal Creating']],
    ['nothing new', [ready, active], [ready, active], []],
    ['a rollout that begins', [ready], [rolling], ['Normal RollingOut']],
    ['a rollout that goes on', [rolling], [rolling], []],
    ['a rollout that ends', [rolling], [ready], ['Normal AllInSync']],
    ['a node that falls behind', [ready], [behind], ['Warning NotInSync']],
    ['a node that is not there yet', [rolling], [behind], ['Normal NotInSync']],
    ['a change of a moment', [ready], [moment], []],
    ['a daemon that is away', [ready], [away], ['Warning DaemonMissing']],
    ['a pause', [ready, active], [ready, paused], ['Normal Paused']],
    ['its end', [ready, paused], [ready, active], ['Normal Resumed']],
    [
      'what needs a person, each time',
      [rolling, stalled],
      [rolling, stalled],
      ['Warning InvalidSpec'],
    ],
  ])('tells of %s', (_, before, after, told) => {
    const turns = turnsBetween(before && { conditions: before }, {
      conditions: after,
    });
    expect(turns.map(({ type, reason }) => `${type} ${reason}`)).toEqual(told);
    for (const { reason, note } of turns) {
      expect(reason === 'Resumed' || note === `${reason} it is.`).toBe(true);
    }
  });
});
