import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import {
  formatHashrate,
  type MinerHealth,
  type MiningSetHealth,
} from '@monero-portal/plugin-monero-common';
import { formatCount, UNKNOWN } from '../../lib/format';
import { MINER_TONES } from '../../lib/tones';
import { Ago } from '../DataAge';
import { DataTable, type DataColumn } from '../DataTable';
import { StatePill } from '../StatePill';

const speed = (value: number | undefined) =>
  value === undefined ? UNKNOWN : formatHashrate(value);

const COLUMNS: readonly DataColumn<MinerHealth>[] = [
  {
    id: 'pod',
    label: 'Miner',
    render: miner => (
      <>
        <Text weight="bold">{miner.pod}</Text>
        <Text as="div" variant="body-small" color="secondary">
          {miner.kubeNode ? `on ${miner.kubeNode}` : 'no machine yet'}
        </Text>
      </>
    ),
  },
  {
    id: 'state',
    label: 'State',
    render: miner => (
      <>
        <StatePill tone={MINER_TONES[miner.state]}>{miner.state}</StatePill>
        <Text as="div" variant="body-small" color="secondary">
          {miner.brief ?? miner.reason}
        </Text>
      </>
    ),
  },
  {
    id: 'minute',
    label: 'Hashrate, 1 min',
    numeric: true,
    render: miner => speed(miner.hashrate60s ?? miner.hashrate10s),
  },
  {
    id: 'quarter',
    label: '15 min',
    numeric: true,
    render: miner => speed(miner.hashrate15m),
  },
  {
    id: 'accepted',
    label: 'Accepted',
    numeric: true,
    render: miner => formatCount(miner.sharesAccepted),
  },
  {
    id: 'rejected',
    label: 'Rejected',
    numeric: true,
    render: miner => formatCount(miner.sharesRejected),
  },
  {
    id: 'age',
    label: 'Measured',
    numeric: true,
    render: miner => <Ago at={miner.sampledAt} />,
  },
];

/** Every miner of the set with its state and what it makes. */
export function MinersCard(props: { set: MiningSetHealth }) {
  const { miners, replicas } = props.set;
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          Miners
        </Text>
      </CardHeader>
      <CardBody>
        {miners.length === 0 ? (
          <Text color="secondary">
            {replicas === 0
              ? 'This mining set is scaled to zero: nothing runs.'
              : 'No pod exists yet. The operator creates them within seconds of seeing the mining set.'}
          </Text>
        ) : (
          <DataTable
            label="Miners"
            columns={COLUMNS}
            items={miners}
            idOf={miner => miner.pod}
            tableFrom="lg"
          />
        )}
      </CardBody>
    </Card>
  );
}
