import { useCallback } from 'react';
import { Card, CardBody, Container, Header, Link, Text } from '@backstage/ui';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import {
  moneroProposalReadPermission,
  SIGNAL_PROPOSALS,
  type Proposal,
} from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../../api';
import { useLive } from '../../hooks';
import { nameOfRef } from '../../lib/format';
import { standingOf } from '../../lib/proposals';
import { proposalRouteRef } from '../../routes';
import { Ago } from '../DataAge';
import { DataTable, type DataColumn } from '../DataTable';
import { LiveView } from '../LiveView';
import { StatePill } from '../StatePill';

const COLUMNS: readonly DataColumn<Proposal>[] = [
  {
    id: 'title',
    label: 'Proposal',
    render: proposal => <ProposalTitle proposal={proposal} />,
  },
  {
    id: 'state',
    label: 'State',
    render: proposal => {
      const { word, tone } = standingOf(proposal);
      return <StatePill tone={tone}>{word}</StatePill>;
    },
  },
  {
    id: 'waits',
    label: 'Waits for',
    render: proposal => <Text variant="body-small">{waitsFor(proposal)}</Text>,
  },
  {
    id: 'where',
    label: 'Node set',
    render: proposal => (
      <>
        {proposal.name}
        <Text as="div" variant="body-small" color="secondary">
          {proposal.cluster} / {proposal.namespace}
        </Text>
      </>
    ),
  },
  {
    id: 'by',
    label: 'By',
    render: proposal => nameOfRef(proposal.proposedBy),
  },
  {
    id: 'age',
    label: 'Proposed',
    numeric: true,
    render: proposal => <Ago at={proposal.createdAt} />,
  },
];

function waitsFor(proposal: Proposal): string {
  if (proposal.state === 'closed') {
    return 'Given up.';
  }
  return proposal.waitingFor ?? 'Nothing.';
}

function ProposalTitle(props: { proposal: Proposal }) {
  const { id, title } = props.proposal;
  const linkTo = useRouteRef(proposalRouteRef);
  return (
    <Link weight="bold" href={linkTo?.({ id: String(id) }) ?? ''}>
      #{id} {title}
    </Link>
  );
}

/** `/monero/proposals`: what was proposed, newest first. */
export function ProposalsPage() {
  const api = useApi(moneroApiRef);
  const fetcher = useCallback(
    (signal: AbortSignal) => api.getProposals({}, { signal }),
    [api],
  );
  const live = useLive(fetcher, { channel: SIGNAL_PROPOSALS });
  return (
    <>
      <Header
        title="Proposals"
        description="Changes to node sets, from the form to nodes in sync. Nothing reaches a cluster before it is merged."
      />
      <Container mb="6">
        <LiveView
          live={live}
          what="the proposals"
          permission={moneroProposalReadPermission.name}
        >
          {({ items }) =>
            items.length === 0 ? (
              <Text as="p">
                Nobody has proposed anything yet. A proposal begins with a
                template under Create.
              </Text>
            ) : (
              <Card>
                <CardBody>
                  <DataTable
                    label="Proposals"
                    columns={COLUMNS}
                    items={items}
                    idOf={proposal => String(proposal.id)}
                  />
                </CardBody>
              </Card>
            )
          }
        </LiveView>
      </Container>
    </>
  );
}
