import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import type {
  NodeHealth,
  NodeSetHealth,
} from '@monero-portal/plugin-monero-common';
import { formatCount, formatVersion, UNKNOWN } from '../../lib/format';
import { NODE_TONES } from '../../lib/tones';
import { Ago } from '../DataAge';
import { DataTable, type DataColumn } from '../DataTable';
import { StatePill } from '../StatePill';
import { AddressesOf } from './AddressesOf';
import { DiskBar } from './DiskBar';
import styles from './NodeSetContent.module.css';

const COLUMNS: readonly DataColumn<NodeHealth>[] = [
  {
    id: 'pod',
    label: 'Node',
    render: node => (
      <div className={styles.pod}>
        <Text weight="bold">{node.pod}</Text>
        <Text as="div" variant="body-small" color="secondary">
          {node.kubeNode ? `on ${node.kubeNode}` : 'no machine yet'}
          {restartsOf(node)}
          {node.sampledAt && (
            <>
              , <Ago at={node.sampledAt} />
            </>
          )}
        </Text>
        <AddressesOf node={node} />
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
          {node.reason}
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
    render: node => formatCount(node.blocksBehind),
  },
  {
    id: 'peers',
    label: 'Peers out · in',
    numeric: true,
    render: node => peersOf(node),
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

/** "64 · 12 · 7": outgoing, incoming, and of both those over Tor and I2P where there are any. */
export function peersOf(
  node: Pick<NodeHealth, 'peersIn' | 'peersOut' | 'peersAnonymous'>,
): string {
  const { peersIn, peersOut, peersAnonymous } = node;
  if (peersIn === undefined && peersOut === undefined) {
    return UNKNOWN;
  }
  const anonymous = peersAnonymous ? ` · ${formatCount(peersAnonymous)}` : '';
  return `${formatCount(peersOut)} · ${formatCount(peersIn)}${anonymous}`;
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
  const { nodes, replicas } = props.nodeSet;
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
          <DataTable
            label="Nodes"
            columns={COLUMNS}
            items={nodes}
            idOf={node => node.pod}
            tableFrom="lg"
          />
        )}
      </CardBody>
    </Card>
  );
}
