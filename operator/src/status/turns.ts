import { Condition } from '@monero-portal/monero-api';
import { EventNote } from '../machinery/EventRecorder';
import { CONDITION, REASON } from './conditions';
import { readConditions } from './readConditions';

type Turn = Omit<EventNote, 'action'>;

/**
 * What is worth an event between two statuses of an object: another reason for
 * being ready or not, and pauses. What needs a person is told each time; the
 * recorder leaves out repeats.
 *
 * @param before - the object's status as it is found; others may have damaged it
 * @param after - the status to be written
 */
export function turnsBetween(before: unknown, after: unknown): Turn[] {
  const find = (of: unknown, type: string) =>
    readConditions(
      (of as { conditions?: unknown } | undefined)?.conditions,
    ).find(condition => condition.type === type);
  const stalled = find(after, CONDITION.stalled);
  const turns: Array<Turn | undefined> = [
    pauseTurn(find(before, CONDITION.paused), find(after, CONDITION.paused)),
    stalled?.status === 'True'
      ? { type: 'Warning', reason: stalled.reason, note: stalled.message }
      : readyTurn(find(before, CONDITION.ready), find(after, CONDITION.ready)),
  ];
  return turns.filter(turn => turn !== undefined);
}

/** Reasons that somebody should look at. */
const WORRYING: ReadonlySet<string> = new Set([
  REASON.daemonMissing,
  REASON.daemonNotReady,
]);

/** Reasons that are no news for what was never ready. */
const FALLS: ReadonlySet<string> = new Set([
  REASON.notInSync,
  REASON.notMining,
]);

function readyTurn(
  before: Condition | undefined,
  after: Condition | undefined,
): Turn | undefined {
  if (!after) return undefined;
  const { reason, message, status } = after;
  if (before?.status === status && before.reason === reason) return undefined;
  if (reason === REASON.progressing) return undefined; // a moment's
  if (reason === REASON.creating && !before) return undefined; // who asked for it knows
  // Nobody asked for these.
  const unwanted =
    WORRYING.has(reason) || (before?.status === 'True' && FALLS.has(reason));
  return { type: unwanted ? 'Warning' : 'Normal', reason, note: message };
}

function pauseTurn(
  before: Condition | undefined,
  after: Condition | undefined,
): Turn | undefined {
  const [was, is] = [before, after].map(each => each?.status === 'True');
  if (was === is || !after) return undefined;
  const { message } = after;
  return {
    type: 'Normal',
    reason: is ? REASON.paused : REASON.resumed,
    note: message,
  };
}
