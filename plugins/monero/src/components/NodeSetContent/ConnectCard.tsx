import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import type { NodeSetHealth } from '@monero-portal/plugin-monero-common';
import { CopyField } from '../CopyField';

const WALLET_FLAGS: Record<string, string> = {
  stagenet: ' --stagenet',
  testnet: ' --testnet',
};

/** Where wallets connect, ready to be copied. */
export function ConnectCard(props: { nodeSet: NodeSetHealth }) {
  const { rpc, network, readyReplicas } = props.nodeSet;
  return (
    <Card>
      <CardHeader>
        <Text as="h2" weight="bold">
          Connect a wallet
        </Text>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="2">
          <CopyField label="Inside the cluster" value={rpc.clusterDns} />
          <CopyField
            label="With the command line wallet"
            value={`monero-wallet-cli${
              WALLET_FLAGS[network] ?? ''
            } --daemon-address ${rpc.clusterDns}`}
          />
          <Text variant="body-small" color="secondary">
            {readyReplicas > 0
              ? 'Restricted RPC. Only nodes that are in sync answer.'
              : 'No node is in sync, so nothing answers at this address now.'}
          </Text>
        </Flex>
      </CardBody>
    </Card>
  );
}
