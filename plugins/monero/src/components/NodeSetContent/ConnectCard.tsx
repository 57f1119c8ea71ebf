import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import type { NodeSetHealth } from '@monero-portal/plugin-monero-common';
import { CopyField } from '../CopyField';
import { ServiceState } from './ServiceState';
import { waysToConnect, type Way } from './waysToConnect';

/** Where wallets connect, ready to be copied. */
export function ConnectCard(props: { nodeSet: NodeSetHealth }) {
  const { nodeSet } = props;
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          Connect a wallet
        </Text>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="4">
          {waysToConnect(nodeSet).map(way => (
            <WayIn key={way.label} way={way} />
          ))}
          <Text variant="body-small" color="secondary">
            {nodeSet.readyReplicas > 0
              ? 'Restricted RPC. Only nodes that are in sync answer.'
              : 'No node is in sync, so nothing answers at this address now.'}
          </Text>
        </Flex>
      </CardBody>
    </Card>
  );
}

function WayIn({ way }: { way: Way }) {
  const { label, address, command, note, service } = way;
  return (
    <Flex direction="column" gap="2">
      <CopyField label={label} value={address} qr />
      <ServiceState service={service} />
      <CopyField label={`${label}, command line wallet`} value={command} />
      {note && (
        <Text variant="body-small" color="secondary">
          {note}
        </Text>
      )}
    </Flex>
  );
}
