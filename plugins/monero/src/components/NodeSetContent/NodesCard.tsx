import { useMemo } from 'react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import type {
  NodeHealth,
  NodeSetHealth,
} from '@monero-portal/plugin-monero-common';
import { useHistory } from '../../hooks';
import { formatCount, formatVersion, UNKNOWN } from '../../lib/format';
import { NODE_TONES } from '../../lib/tones';
import { Ago } from '../DataAge';
import { DataTable, type DataColumn } from '../DataTable';
import { StatePill } from '../StatePill';
import { DiskBar } from './DiskBar';
import { lastHourOf } from './lastHour';
import { LastHourNote, NumberWithLine, type HourOf } from './NumberWithLine';
import styles from './NodeSetContent.module.css';

function columnsOf(hour: HourOf): readonly DataColumn<NodeHealth>[] {
  return [
    {
      id: 'pod',
      label: 'Node',
      render: node => (
        <div className={styles.pod}>
          <Text weight="bold">{node.pod}</Text>
          <Text as="div" variant="body-small" color="secondary">
            {node.kubeNode ? `on ${node.kubeNode}` : 'no machine yet'}
            {restartsOf(node)}
            {node.startedAt && (
              <>
                , started <Ago at={node.startedAt} />
              </>
            )}
            {node.sampledAt && (
              <>
                , measured <Ago at={node.sampledAt} />
              </>
            )}
          </Text>
        </div>
      ),
    },
    {
      id: 'state',
      label: 'State',
      render: node => (
        <div className={styles.state}>
          <StatePill tone={NODE_TONES[node.state]}>{node.state}</StatePill>
          <Text as="div" variant="body-small" color="secondary">
            {node.brief ?? node.reason}
          </Text>
        </div>
      ),
    },
    {
      id: 'height',
      label: 'Height',
      numeric: true,
      render: node => formatCount(node.height),
    },
    {
      id: 'behind',
      label: 'Behind',
      numeric: true,
      render: node => (
        <NumberWithLine
          node={node}
          what="Blocks behind"
          hour={hour}
          of={({ behind }) => behind}
        >
          {formatCount(node.blocksBehind)}
        </NumberWithLine>
      ),
    },
    {
      id: 'peers',
      label: 'Peers out · in',
      numeric: true,
      render: node => (
        <NumberWithLine
          node={node}
          what="Peers"
          hour={hour}
          of={({ peers }) => peers}
        >
          {peersOf(node)}
          <AnonymousPeers node={node} />
        </NumberWithLine>
      ),
    },
    {
      id: 'disk',
      label: 'Disk',
      render: node => <DiskBar node={node} />,
    },
    {
      id: 'version',
      label: 'Version',
      render: node => formatVersion(node.version),
    },
  ];
}

/** "64 · 12": outgoing and incoming. */
export function peersOf(
  node: Pick<NodeHealth, 'peersIn' | 'peersOut'>,
): string {
  const { peersIn, peersOut } = node;
  if (peersIn === undefined && peersOut === undefined) {
    return UNKNOWN;
  }
  return `${formatCount(peersOut)} · ${formatCount(peersIn)}`;
}

/** Those of them over Tor and I2P, of a node that is there or has such peers. */
function AnonymousPeers({ node }: { node: NodeHealth }) {
  const { peersAnonymousOut, peersAnonymousIn, peersAnonymous } = node;
  const there = node.onionAddress || node.i2pAddress || peersAnonymous;
  if (!there || peersAnonymousOut === undefined) {
    return null;
  }
  return (
    <Text as="div" variant="body-small" color="secondary">
      {formatCount(peersAnonymousOut)} · {formatCount(peersAnonymousIn)} on Tor,
      I2P
    </Text>
  );
}

function restartsOf(node: NodeHealth): string {
  if (!node.restarts) {
    return '';
  }
  return node.restarts === 1
    ? ', restarted once'
    : `, restarted ${formatCount(node.restarts)} times`;
}

/** Every node of the set with its state and the reason for it. */
export function NodesCard(props: { nodeSet: NodeSetHealth }) {
  const { nodeSet } = props;
  const { nodes, replicas } = nodeSet;
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          Nodes
        </Text>
      </CardHeader>
      <CardBody>
        {nodes.length === 0 ? (
          <Text color="secondary">
            {replicas === 0
              ? 'This node set is scaled to zero: nothing runs. Its volumes are kept.'
              : 'No pod exists yet. The operator creates them within seconds of seeing the node set.'}
          </Text>
        ) : (
          <NodesTable nodeSet={nodeSet} />
        )}
      </CardBody>
    </Card>
  );
}

/** One request tells the last hour of all rows. */
function NodesTable(props: { nodeSet: NodeSetHealth }) {
  const { cluster, namespace, name, nodes } = props.nodeSet;
  const { value, error, loading } = useHistory(
    { kind: 'MoneroNodeSet', cluster, namespace, name },
    1,
  );
  const hour = useMemo(() => value && lastHourOf(value), [value]);
  return (
    <>
      <DataTable
        label="Nodes"
        columns={columnsOf({ hour, loading })}
        items={nodes}
        idOf={node => node.pod}
        tableFrom="lg"
      />
      <LastHourNote isShown={hour !== undefined} error={error} />
    </>
  );
}
