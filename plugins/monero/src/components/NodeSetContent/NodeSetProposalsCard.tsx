import { useCallback } from 'react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  moneroProposalReadPermission,
  SIGNAL_PROPOSALS,
  type NodeSetRef,
} from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../../api';
import { useLive } from '../../hooks';
import { LiveView } from '../LiveView';
import { ProposalList } from '../ProposalList';

const SHOWN = 5;

/** The latest proposals of one node set and how far each has come. */
export function NodeSetProposalsCard(props: NodeSetRef) {
  const { cluster, namespace, name } = props;
  const api = useApi(moneroApiRef);
  const fetcher = useCallback(
    (signal: AbortSignal) =>
      api.getProposals({ cluster, namespace, name }, { signal }),
    [api, cluster, namespace, name],
  );
  const live = useLive(fetcher, { channel: SIGNAL_PROPOSALS });
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          Proposals
        </Text>
      </CardHeader>
      <CardBody>
        <LiveView
          live={live}
          what="the proposals"
          permission={moneroProposalReadPermission.name}
        >
          {({ items }) =>
            items.length === 0 ? (
              <Text color="secondary">
                No proposal wrote this node set: it was applied by other means.
              </Text>
            ) : (
              <ProposalList proposals={items.slice(0, SHOWN)} />
            )
          }
        </LiveView>
      </CardBody>
    </Card>
  );
}
