import { useCallback } from 'react';
import { ButtonLink } from '@backstage/ui';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import type { ScaffolderTaskOutput } from '@backstage/plugin-scaffolder-react';
import { DefaultTemplateOutputs } from '@backstage/plugin-scaffolder-react/alpha';
import {
  moneroProposalReadPermission,
  SIGNAL_PROPOSALS,
  type Proposal,
  type ProposalSignal,
} from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../../api';
import { LiveView } from '../../components/LiveView';
import { Timeline } from '../../components/ProposalPage/Timeline';
import { useLive } from '../../hooks';
import { proposalRouteRef } from '../../routes';
import styles from './ProposalOutputs.module.css';

const PROPOSAL_URL = /^\/monero\/proposals\/([1-9]\d{0,15})$/;

/** The number of the proposal that a task made; undefined where it made none, as in a dry run. */
export function proposalIdOf(
  output: ScaffolderTaskOutput | undefined,
): number | undefined {
  const id = output?.links
    ?.map(({ url }) => PROPOSAL_URL.exec(url ?? '')?.[1])
    .find(found => found !== undefined);
  return id === undefined ? undefined : Number(id);
}

/** The result of a task: how far the proposal that it made has come, live. */
export function ProposalOutputs(props: { output?: ScaffolderTaskOutput }) {
  const id = proposalIdOf(props.output);
  return (
    <>
      {id !== undefined && <FollowedProposal id={id} />}
      <DefaultTemplateOutputs output={props.output} />
    </>
  );
}

function FollowedProposal({ id }: { id: number }) {
  const api = useApi(moneroApiRef);
  const linkTo = useRouteRef(proposalRouteRef);
  const fetcher = useCallback(
    (signal: AbortSignal) => api.getProposal(id, { signal }),
    [api, id],
  );
  const live = useLive<Proposal, ProposalSignal>(fetcher, {
    channel: SIGNAL_PROPOSALS,
    matches: message => message.id === id,
  });
  return (
    <div className={styles.outputs}>
      <LiveView
        live={live}
        what={`proposal #${id}`}
        permission={moneroProposalReadPermission.name}
      >
        {proposal => (
          <>
            <Timeline proposal={proposal} />
            <div className={styles.buttons}>
              {proposal.pullRequest && (
                <ButtonLink
                  variant="primary"
                  href={proposal.pullRequest.url}
                  target="_blank"
                >
                  Open pull request #{proposal.pullRequest.number}
                </ButtonLink>
              )}
              <ButtonLink
                variant={proposal.pullRequest ? 'secondary' : 'primary'}
                href={linkTo?.({ id: String(id) }) ?? ''}
              >
                See proposal #{id}
              </ButtonLink>
            </div>
          </>
        )}
      </LiveView>
    </div>
  );
}
