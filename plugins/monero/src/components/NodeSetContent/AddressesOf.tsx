import type {
  AddressService,
  NodeHealth,
} from '@monero-portal/plugin-monero-common';
import { CopyField } from '../CopyField';
import { ServiceState } from './ServiceState';

/** A node's own addresses on Tor and I2P, to take along; nothing where it has none. */
export function AddressesOf(props: {
  node: Pick<NodeHealth, 'pod' | 'onionAddress' | 'i2pAddress' | 'services'>;
}) {
  const { pod, onionAddress, i2pAddress, services = [] } = props.node;
  const peers = (network: AddressService['network']) =>
    services.find(each => each.network === network && each.service === 'p2p');
  return (
    <>
      {onionAddress && (
        <>
          <CopyField label={`${pod} on Tor`} value={onionAddress} qr />
          <ServiceState service={peers('tor')} />
        </>
      )}
      {i2pAddress && (
        <>
          <CopyField label={`${pod} on I2P`} value={i2pAddress} qr />
          <ServiceState service={peers('i2p')} />
        </>
      )}
    </>
  );
}
