import { turned, WELL, well } from './nodes';
import { Row, Series, turn } from './series';

const NO_PEERS: Series = {
  'monero_p2p_connections_by_address_kind{type="out",kind="tor"}': 0,
};
const unpublished = (network: 'tor' | 'i2p'): Series => ({
  [`monero_anonymity_service_published{network="${network}",service="p2p"}`]: 0,
});

/** Peers and addresses on Tor and I2P. */
export const ADDRESS_ROWS: Row[] = [
  {
    what: 'anonymous peers that all went',
    exporters: {
      a: turned(NO_PEERS),
    },
    at: 77,
    fires: ['MoneroNoAnonymousPeers'],
  },
  {
    what: 'no anonymous peers, as ever',
    exporters: {
      a: well(NO_PEERS),
    },
    at: 77,
    fires: [],
  },
  {
    what: 'an onion address that nobody finds for 12 minutes',
    exporters: {
      a: turned(unpublished('tor')),
    },
    at: 72,
    fires: ['MoneroServiceUnpublished'],
  },
  {
    what: 'a tor that was restarted 8 minutes ago',
    exporters: {
      a: turned(unpublished('tor')),
    },
    at: 68,
    fires: [],
  },
  {
    what: 'an I2P address that nobody finds, of a node that starts',
    exporters: {
      a: turn(WELL, 12, well(unpublished('i2p'))),
    },
    at: 11,
    fires: ['MoneroServiceUnpublished'],
  },
  {
    what: 'the same a minute after it was found',
    exporters: {
      a: turn(WELL, 12, well(unpublished('i2p'))),
    },
    at: 13,
    fires: [],
  },
];
