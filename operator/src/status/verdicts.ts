import { CONDITION, Finding, REASON, Verdict } from './conditions';

/** How a resource stands. */
export interface Standing {
  /** What is still to be done, or waited for; absent: all is as wanted. */
  finding?: Finding;
  /** What to say when there is no finding. */
  content: Finding;
  /** What only a person can mend. */
  obstacle?: Finding;
  paused: boolean;
}

const notStalled: Verdict = {
  type: CONDITION.stalled,
  status: 'False',
  reason: REASON.active,
  message: 'Nothing needs a person.',
};

const notPaused: Verdict = {
  type: CONDITION.paused,
  status: 'False',
  reason: REASON.active,
  message: 'The operator is at work.',
};

/** Ready, Reconciling and Stalled as kstatus defines them, and Paused. */
export function verdictsOf(standing: Standing): Verdict[] {
  const { finding, content, obstacle } = standing;
  const paused: Verdict = standing.paused
    ? {
        type: CONDITION.paused,
        status: 'True',
        reason: REASON.paused,
        message: 'The operator only watches; it changes nothing.',
      }
    : notPaused;
  if (obstacle) return [...blocked(obstacle), paused];
  const ready: Verdict = finding
    ? { type: CONDITION.ready, status: 'False', ...finding }
    : { type: CONDITION.ready, status: 'True', ...content };
  const working = finding !== undefined && !standing.paused;
  const reconciling: Verdict = {
    type: CONDITION.reconciling,
    status: working ? 'True' : 'False',
    reason: working ? REASON.progressing : REASON.settled,
    message: working ? finding.message : 'Nothing is left to do.',
  };
  if (finding && standing.paused) {
    reconciling.reason = REASON.paused;
    reconciling.message = 'The operator is paused.';
  }
  return [ready, reconciling, notStalled, paused];
}

/** The same for a specification that was not understood. */
export function verdictsOfInvalid(message: string): Verdict[] {
  return [...blocked({ reason: REASON.invalidSpec, message }), notPaused];
}

function blocked(finding: Finding): Verdict[] {
  return [
    { type: CONDITION.ready, status: 'False', ...finding },
    {
      type: CONDITION.reconciling,
      status: 'False',
      reason: finding.reason,
      message: 'Work stopped; see Stalled.',
    },
    { type: CONDITION.stalled, status: 'True', ...finding },
  ];
}
