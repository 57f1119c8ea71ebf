import { Card, CardBody, Link, Text } from '@backstage/ui';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type {
  NodeSetHealth,
  VerdictState,
} from '@monero-portal/plugin-monero-common';
import { useNodeSetEntities } from '../../hooks';
import { formatCount, nameOfRef, UNKNOWN } from '../../lib/format';
import { VERDICT_TONES } from '../../lib/tones';
import { DataAge } from '../DataAge';
import { DataTable, type DataColumn } from '../DataTable';
import { StatePill } from '../StatePill';

const WORST_FIRST: readonly VerdictState[] = [
  'Down',
  'Degraded',
  'Unknown',
  'Progressing',
  'Paused',
  'Healthy',
];

function byTrouble(a: NodeSetHealth, b: NodeSetHealth): number {
  return (
    WORST_FIRST.indexOf(a.verdict.state) -
      WORST_FIRST.indexOf(b.verdict.state) || a.name.localeCompare(b.name)
  );
}

function columns(
  entityOf: (nodeSet: NodeSetHealth) => CompoundEntityRef | undefined,
): DataColumn<NodeSetHealth>[] {
  return [
    {
      id: 'name',
      label: 'Name',
      render: item => <NodeSetName nodeSet={item} entity={entityOf(item)} />,
    },
    {
      id: 'state',
      label: 'State',
      render: item => (
        <StatePill tone={VERDICT_TONES[item.verdict.state]}>
          {item.verdict.state}
        </StatePill>
      ),
    },
    {
      id: 'why',
      label: 'Verdict',
      render: item => (
        <>
          <Text variant="body-small">{item.verdict.headline}</Text>
          {item.stale && (
            <Text as="div" variant="body-small" color="secondary">
              <DataAge asOf={item.asOf} />
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'sync',
      label: 'In sync',
      numeric: true,
      render: item =>
        `${formatCount(item.readyReplicas)} / ${formatCount(item.replicas)}`,
    },
    { id: 'network', label: 'Network', render: item => item.network },
    {
      id: 'where',
      label: 'Where',
      render: item => `${item.cluster} / ${item.namespace}`,
    },
    {
      id: 'owner',
      label: 'Owner',
      render: item => (item.owner ? nameOfRef(item.owner) : UNKNOWN),
    },
  ];
}

function NodeSetName(props: {
  nodeSet: NodeSetHealth;
  entity?: CompoundEntityRef;
}) {
  const linkTo = useRouteRef(entityRouteRef);
  const { nodeSet, entity } = props;
  return entity && linkTo ? (
    <Link weight="bold" href={`${linkTo(lowerCased(entity))}/nodes`}>
      {nodeSet.name}
    </Link>
  ) : (
    <Text weight="bold">{nodeSet.name}</Text>
  );
}

/** The catalog writes kinds in lower case in its paths. */
function lowerCased(entity: CompoundEntityRef): CompoundEntityRef {
  return { ...entity, kind: entity.kind.toLocaleLowerCase('en-US') };
}

/** All node sets, the ones in trouble first. */
export function FleetTable(props: { nodeSets: readonly NodeSetHealth[] }) {
  const entityOf = useNodeSetEntities();
  return (
    <Card>
      <CardBody>
        <DataTable
          label="Node sets"
          columns={columns(entityOf)}
          items={[...props.nodeSets].sort(byTrouble)}
          idOf={item => item.uid}
        />
      </CardBody>
    </Card>
  );
}
