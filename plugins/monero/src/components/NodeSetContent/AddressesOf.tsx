import type { NodeHealth } from '@monero-portal/plugin-monero-common';
import { CopyField } from '../CopyField';

/** A node's own addresses on Tor and I2P, to take along; nothing where it has none. */
export function AddressesOf(props: {
  node: Pick<NodeHealth, 'pod' | 'onionAddress' | 'i2pAddress'>;
}) {
  const { pod, onionAddress, i2pAddress } = props.node;
  return (
    <>
      {onionAddress && (
        <CopyField label={`${pod} on Tor`} value={onionAddress} qr />
      )}
      {i2pAddress && (
        <CopyField label={`${pod} on I2P`} value={i2pAddress} qr />
      )}
    </>
  );
}
