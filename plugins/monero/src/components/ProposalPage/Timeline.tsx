import { Card, CardBody, Text, VisuallyHidden } from '@backstage/ui';
import type {
  Proposal,
  ProposalStep,
} from '@monero-portal/plugin-monero-common';
import { formatExact, formatMoment } from '../../lib/format';
import { labelOfStep } from '../../lib/proposals';
import styles from './Timeline.module.css';

const SAID: Record<ProposalStep['state'], string> = {
  done: 'done',
  current: 'under way',
  pending: 'still to come',
  failed: 'failed',
};

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

function Step(props: { step: ProposalStep; label: string }) {
  const { state, at, detail } = props.step;
  return (
    <li
      className={styles.step}
      data-state={state}
      aria-current={state === 'current' ? 'step' : undefined}
    >
      <span className={styles.mark} aria-hidden="true">
        {state === 'failed' ? '×' : ''}
      </span>
      <div className={styles.words}>
        <Text weight={state === 'pending' ? 'regular' : 'bold'}>
          {props.label}
        </Text>
        <VisuallyHidden>: {SAID[state]}</VisuallyHidden>
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
