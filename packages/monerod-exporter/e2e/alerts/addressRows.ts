import { turned, WELL, well } from './nodes';
import { Row } from './series';

/** Peers and addresses on Tor and I2P. */
export const ADDRESS_ROWS: Row[] = [
  {
    what: 'anonymous peers that all went',
    exporters: {
      a: turned({
        'monero_p2p_connections_by_address_kind{type="out",kind="tor"}': 0,
      }),
    },
    at: 77,
    fires: ['MoneroNoAnonymousPeers'],
  },
  {
    what: 'no anonymous peers, as ever',
    exporters: {
      a: well({
        'monero_p2p_connections_by_address_kind{type="out",kind="tor"}': 0,
      }),
    },
    at: 77,
    fires: [],
  },
  {
    what: 'an onion address that nobody finds for 12 minutes',
    exporters: {
      a: turned({
        'monero_anonymity_service_published{network="tor",service="p2p"}': 0,
      }),
    },
    at: 72,
    fires: ['MoneroServiceUnpublished'],
  },
  {
    what: 'a tor that was restarted 8 minutes ago',
    exporters: {
      a: turned({
        'monero_anonymity_service_published{network="tor",service="p2p"}': 0,
      }),
    },
    at: 68,
    fires: [],
  },
  {
    what: 'an I2P address that nobody finds, of a node that starts',
    exporters: {
      a: {
        after: 12,
        from: well({
          'monero_anonymity_service_published{network="i2p",service="p2p"}': 0,
        }),
        to: WELL,
      },
    },
    at: 11,
    fires: ['MoneroServiceUnpublished'],
  },
  {
    what: 'the same a minute after it was found',
    exporters: {
      a: {
        after: 12,
        from: well({
          'monero_anonymity_service_published{network="i2p",service="p2p"}': 0,
        }),
        to: WELL,
      },
    },
    at: 13,
    fires: [],
  },
];
