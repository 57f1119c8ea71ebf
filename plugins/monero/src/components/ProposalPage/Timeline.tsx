import { Card, CardBody, Text, VisuallyHidden } from '@backstage/ui';
import type {
  Proposal,
  ProposalStep,
} from '@monero-portal/plugin-monero-common';
import { formatExact, formatMoment } from '../../lib/format';
import { labelOfStep } from '../../lib/proposals';
import styles from './Timeline.module.css';

/** How a step looks, and what is said of it to who cannot see that. */
type Look = ProposalStep['state'] | 'closed' | 'dropped';

const SAID: Record<Look, string> = {
  done: 'done',
  current: 'under way',
  pending: 'still to come',
  failed: 'failed',
  closed: 'without merging',
  dropped: 'will not come',
};

/** Somebody decided against it: nothing has failed, and nothing is to come. */
function lookOf({ state }: Proposal, step: ProposalStep): Look {
  if (state !== 'closed' || step.state === 'done') {
    return step.state;
  }
  return step.state === 'pending' ? 'dropped' : 'closed';
}

/** How far a change has come, from proposed to in sync, and what it waits for. */
export function Timeline(props: { proposal: Proposal }) {
  const { steps, waitingFor } = props.proposal;
  return (
    <Card>
      <CardBody>
        <ol className={styles.steps} aria-label="How far it has come">
          {steps.map(step => (
            <Step
              key={step.step}
              step={step}
              look={lookOf(props.proposal, step)}
              label={labelOfStep(props.proposal, step.step)}
            />
          ))}
        </ol>
        <div role="status">
          {waitingFor && (
            <Text as="p" color="secondary" className={styles.waiting}>
              {waitingFor}
            </Text>
          )}
        </div>
      </CardBody>
    </Card>
  );
}

function Step(props: { step: ProposalStep; look: Look; label: string }) {
  const { look } = props;
  const { at, detail } = props.step;
  return (
    <li
      className={styles.step}
      data-state={look}
      aria-current={look === 'current' ? 'step' : undefined}
    >
      <span className={styles.mark} aria-hidden="true">
        {look === 'failed' || look === 'closed' ? '×' : ''}
      </span>
      <div className={styles.words}>
        <Text
          weight={look === 'pending' || look === 'dropped' ? 'regular' : 'bold'}
        >
          {props.label}
        </Text>
        <VisuallyHidden>: {SAID[look]}</VisuallyHidden>
        <Text as="div" variant="body-small" color="secondary">
          {at && (
            <time dateTime={at} title={formatExact(at)}>
              {formatMoment(at, Date.now())}
            </time>
          )}
          {at && detail ? ', ' : ''}
          {detail}
        </Text>
      </div>
    </li>
  );
}
