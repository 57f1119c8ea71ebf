import { useCallback } from 'react';
import {
  Button,
  Card,
  CardBody,
  Container,
  Header,
  Link,
  Text,
} from '@backstage/ui';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import {
  moneroProposalReadPermission,
  SIGNAL_PROPOSALS,
  type Proposal,
} from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../../api';
import { useLive } from '../../hooks';
import { nameOfRef } from '../../lib/format';
import { kindWordsOf } from '../../lib/kindWords';
import { standingOf } from '../../lib/proposals';
import { proposalRouteRef } from '../../routes';
import { Ago } from '../DataAge';
import { DataTable, type DataColumn } from '../DataTable';
import { LiveView } from '../LiveView';
import { Stack } from '../PageLayout';
import { StatePill } from '../StatePill';
import { ProposalFilters } from './ProposalFilters';
import {
  isFiltered,
  PAGE_LENGTH,
  useProposalFilter,
  type ShownFilter,
} from './filter';
import styles from './ProposalsPage.module.css';

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
    label: 'What',
    render: proposal => (
      <>
        {proposal.name}
        <Text as="div" variant="body-small" color="secondary">
          {kindWordsOf(proposal.kind).one}, {proposal.cluster} /{' '}
          {proposal.namespace}
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

/** `/monero/proposals`: what was proposed, newest first; the filter is in the address. */
export function ProposalsPage() {
  const api = useApi(moneroApiRef);
  const { filter, change } = useProposalFilter();
  const asked = JSON.stringify(filter);
  const fetcher = useCallback(
    (signal: AbortSignal) =>
      api.getProposals(
        { ...JSON.parse(asked), limit: PAGE_LENGTH },
        { signal },
      ),
    [api, asked],
  );
  const live = useLive(fetcher, { channel: SIGNAL_PROPOSALS });
  return (
    <>
      <Header
        title="Proposals"
        description="Changes to node sets, networks and miners, from the form to running. Nothing reaches a cluster before it is merged."
      />
      <Container mb="6">
        <Stack>
          <ProposalFilters filter={filter} onChange={change} />
          <LiveView
            live={live}
            what="the proposals"
            permission={moneroProposalReadPermission.name}
          >
            {({ items, before }) => (
              <>
                {items.length === 0 ? (
                  <Nothing filter={filter} onClear={() => change({})} />
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
                )}
                <Pages filter={filter} older={before} onChange={change} />
              </>
            )}
          </LiveView>
        </Stack>
      </Container>
    </>
  );
}

function Nothing(props: { filter: ShownFilter; onClear: () => void }) {
  if (!isFiltered(props.filter)) {
    return (
      <Text as="p">
        Nobody has proposed anything yet. A proposal begins with a template
        under Create.
      </Text>
    );
  }
  return (
    <div>
      <Text as="p">No proposal is like that.</Text>
      <Button variant="secondary" onPress={props.onClear}>
        Show all
      </Button>
    </div>
  );
}

function Pages(props: {
  filter: ShownFilter;
  /** Where the next page begins; absent on the last. */
  older: number | undefined;
  onChange: (filter: ShownFilter) => void;
}) {
  const { filter, older, onChange } = props;
  const { before, ...rest } = filter;
  if (before === undefined && older === undefined) {
    return null;
  }
  return (
    <nav className={styles.pages} aria-label="Pages">
      <Button
        variant="secondary"
        isDisabled={before === undefined}
        onPress={() => onChange(rest)}
      >
        Newest
      </Button>
      <Button
        variant="secondary"
        isDisabled={older === undefined}
        onPress={() => onChange({ ...rest, before: older })}
      >
        Older
      </Button>
    </nav>
  );
}
