import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { Container, Header } from '@backstage/ui';
import { NotFoundError } from '@backstage/errors';
import { BreadcrumbEntry, useApi } from '@backstage/frontend-plugin-api';
import {
  moneroProposalReadPermission,
  SIGNAL_PROPOSALS,
  type Proposal,
  type ProposalSignal,
} from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../../api';
import { useLive } from '../../hooks';
import { nameOfRef } from '../../lib/format';
import { kindWordsOf } from '../../lib/kindWords';
import { LiveView } from '../LiveView';
import { Columns, Stack } from '../PageLayout';
import { ChecksCard } from './ChecksCard';
import { Diff } from './Diff';
import { ReviewCard } from './ReviewCard';
import { Timeline } from './Timeline';
import styles from './ProposalPage.module.css';

/** `/monero/proposals/:id`: how far one change has come, what it changes, merge. */
export function ProposalPage() {
  const { id: text } = useParams();
  const id = Number(text);
  const api = useApi(moneroApiRef);
  const fetcher = useCallback(
    async (signal: AbortSignal) => {
      if (!Number.isSafeInteger(id) || id < 1) {
        throw new NotFoundError(
          'The number of a proposal is missing in the address.',
        );
      }
      return api.getProposal(id, { signal });
    },
    [api, id],
  );
  const live = useLive<Proposal, ProposalSignal>(fetcher, {
    channel: SIGNAL_PROPOSALS,
    matches: message => message.id === id,
  });
  const proposal = live.value;
  return (
    <BreadcrumbEntry entry={{ label: `#${text}`, href: '.' }}>
      <Header
        className={styles.header}
        title={proposal?.title ?? `Proposal #${text}`}
        description={proposal && descriptionOf(proposal)}
      />
      <Container mb="6">
        <LiveView
          live={live}
          what={`proposal #${text}`}
          permission={moneroProposalReadPermission.name}
          notFound="The list of proposals has all that exist."
        >
          {value => (
            <Stack>
              <Timeline proposal={value} />
              <Columns
                first="aside"
                main={<Diff proposal={value} />}
                aside={
                  <>
                    <ReviewCard proposal={value} onChanged={live.accept} />
                    <ChecksCard proposal={value} />
                  </>
                }
              />
            </Stack>
          )}
        </LiveView>
      </Container>
    </BreadcrumbEntry>
  );
}

function descriptionOf(proposal: Proposal): string {
  return [
    `#${proposal.id}`,
    `by ${nameOfRef(proposal.proposedBy)}`,
    ...(proposal.owner ? [`for ${nameOfRef(proposal.owner)}`] : []),
    `${kindWordsOf(proposal.kind).one} ${proposal.namespace}/${
      proposal.name
    } on ${proposal.cluster}`,
    ...(proposal.pullRequest
      ? [
          `pull request ${proposal.pullRequest.forge} #${proposal.pullRequest.number}`,
        ]
      : []),
    `branch ${proposal.branch}`,
  ].join(' · ');
}
