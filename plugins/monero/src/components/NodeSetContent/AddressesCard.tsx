import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import type {
  AddressService,
  NodeHealth,
} from '@monero-portal/plugin-monero-common';
import { UNKNOWN } from '../../lib/format';
import { CopyField } from '../CopyField';
import { DataTable, type DataColumn } from '../DataTable';
import { ServiceState } from './ServiceState';

/** An address of one node on one of the two networks. */
interface NodeAddress {
  pod: string;
  network: 'Tor' | 'I2P';
  address: string;
  /** Whether others find it, where somebody tells. */
  service?: AddressService;
}

const COLUMNS: readonly DataColumn<NodeAddress>[] = [
  {
    id: 'node',
    label: 'Node',
    render: ({ pod, network }) => (
      <Text weight="bold">
        {pod} on {network}
      </Text>
    ),
  },
  {
    id: 'address',
    label: 'Address',
    render: ({ pod, network, address }) => (
      <CopyField
        label={`${pod} on ${network}`}
        isLabelHidden
        value={address}
        qr
      />
    ),
  },
  {
    id: 'state',
    label: 'State',
    render: ({ service }) =>
      service ? <ServiceState service={service} /> : UNKNOWN,
  },
];

const NETWORKS = [
  { network: 'Tor', service: 'tor', address: 'onionAddress' },
  { network: 'I2P', service: 'i2p', address: 'i2pAddress' },
] as const;

function addressesOf(node: NodeHealth): NodeAddress[] {
  return NETWORKS.flatMap(({ network, service, address: of }) => {
    const address = node[of];
    const found = node.services?.find(
      each => each.network === service && each.service === 'p2p',
    );
    return address ? [{ pod: node.pod, network, address, service: found }] : [];
  });
}

/** The nodes' own addresses on Tor and I2P, to take along; nothing where none has any. */
export function AddressesCard(props: { nodes: readonly NodeHealth[] }) {
  const addresses = props.nodes.flatMap(addressesOf);
  if (addresses.length === 0) {
    return null;
  }
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          Addresses on Tor and I2P
        </Text>
      </CardHeader>
      <CardBody>
        <DataTable
          label="Addresses on Tor and I2P"
          columns={COLUMNS}
          items={addresses}
          idOf={({ address }) => address}
          tableFrom="lg"
        />
      </CardBody>
    </Card>
  );
}
