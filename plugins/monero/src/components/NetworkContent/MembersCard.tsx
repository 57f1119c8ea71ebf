import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import type {
  NetworkHealth,
  NetworkMember,
} from '@monero-portal/plugin-monero-common';
import { useNodeSetEntities } from '../../hooks';
import { formatCount, formatVersion } from '../../lib/format';
import { NODE_TONES } from '../../lib/tones';
import { Ago } from '../DataAge';
import { DataTable, type DataColumn } from '../DataTable';
import { EntityName } from '../EntityName';
import { StatePill } from '../StatePill';
import { peersOf } from '../NodeSetContent/NodesCard';

type Lookup = ReturnType<typeof useNodeSetEntities>;

function columns(
  network: NetworkHealth,
  entityOf: Lookup,
): DataColumn<NetworkMember>[] {
  const { cluster, namespace } = network;
  return [
    {
      id: 'member',
      label: 'Member',
      render: ({ nodeSet }) => (
        <EntityName
          name={nodeSet}
          entity={entityOf({ cluster, namespace, name: nodeSet })}
          tab="nodes"
        />
      ),
    },
    {
      id: 'state',
      label: 'State',
      render: ({ node }) =>
        node ? (
          <>
            <StatePill tone={NODE_TONES[node.state]}>{node.state}</StatePill>{' '}
            <Text variant="body-small" color="secondary">
              {node.brief ?? node.reason}
            </Text>
          </>
        ) : (
          <StatePill tone="quiet">No pod</StatePill>
        ),
    },
    {
      id: 'height',
      label: 'Height',
      numeric: true,
      render: ({ node }) => formatCount(node?.height),
    },
    {
      id: 'peers',
      label: 'Peers out · in',
      numeric: true,
      render: ({ node }) => peersOf(node ?? {}),
    },
    {
      id: 'version',
      label: 'Version',
      render: ({ node }) => formatVersion(node?.version),
    },
    {
      id: 'age',
      label: 'Measured',
      numeric: true,
      render: ({ node }) => <Ago at={node?.sampledAt} />,
    },
  ];
}

/** Every member of a network with its state and the reason for it. */
export function MembersCard(props: { network: NetworkHealth }) {
  const { network } = props;
  const entityOf = useNodeSetEntities();
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          Members
        </Text>
      </CardHeader>
      <CardBody>
        {network.members.length === 0 ? (
          <Text color="secondary">
            {network.replicas === 0
              ? 'No members are wanted.'
              : 'No member exists yet. The operator creates them within seconds of seeing the network.'}
          </Text>
        ) : (
          <DataTable
            label="Members"
            columns={columns(network, entityOf)}
            items={network.members}
            idOf={({ nodeSet }) => nodeSet}
            tableFrom="lg"
          />
        )}
      </CardBody>
    </Card>
  );
}
