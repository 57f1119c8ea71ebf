import { Link, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { Proposal } from '@monero-portal/plugin-monero-common';
import { standingOf } from '../../lib/proposals';
import { proposalRouteRef } from '../../routes';
import { Ago } from '../DataAge';
import { StatePill } from '../StatePill';
import styles from './ProposalList.module.css';

/** Proposals as a short list, each with where it stands. */
export function ProposalList(props: { proposals: readonly Proposal[] }) {
  const linkTo = useRouteRef(proposalRouteRef);
  return (
    <ul className={styles.list}>
      {props.proposals.map(proposal => {
        const { word, tone } = standingOf(proposal);
        return (
          <li key={proposal.id} className={styles.item}>
            <Link href={linkTo?.({ id: String(proposal.id) }) ?? ''}>
              #{proposal.id} {proposal.title}
            </Link>
            <div className={styles.line}>
              <StatePill tone={tone}>{word}</StatePill>
              <Text variant="body-small" color="secondary">
                <Ago at={proposal.createdAt} />
              </Text>
            </div>
            {proposal.waitingFor && (
              <Text as="p" variant="body-small" className={styles.waiting}>
                {proposal.waitingFor}
              </Text>
            )}
          </li>
        );
      })}
    </ul>
  );
}
