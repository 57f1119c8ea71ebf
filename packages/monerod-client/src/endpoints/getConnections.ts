import { query } from '../endpoint';
import { WireReader } from '../wire';

/** Which network a link runs over; `unknown` where a release has kinds that we do not know. */
export type AddressKind = 'ipv4' | 'ipv6' | 'i2p' | 'tor' | 'unknown';

const ADDRESS_KINDS: Readonly<Record<number, AddressKind>> = {
  1: 'ipv4',
  2: 'ipv6',
  3: 'i2p',
  4: 'tor',
};

/** One link to a peer. Addresses, states and heights are the peer's own words. */
export interface Connection {
  connectionId: string;
  /** `host:port`, or an onion or I2P address. */
  address: string;
  addressKind: AddressKind;
  incoming: boolean;
  /** Such as `normal`, `synchronizing`, `before_handshake`. */
  state: string;
  /** Height that the peer claims. */
  height: number;
  liveSeconds: number;
  receivedBytes: number;
  sentBytes: number;
  receivedIdleSeconds: number;
  sentIdleSeconds: number;
  /** As the daemon measures it now, rounded to 1024. */
  downloadBytesPerSecond: number;
  uploadBytesPerSecond: number;
  /** 64 bits in hexadecimal. */
  peerId: string;
  pruningSeed: number;
}

const KIBIBYTE = 1024;

/** Reads a connection, wherever an answer holds one. */
export function decodeConnection(wire: WireReader): Connection {
  return {
    connectionId: wire.string('connection_id'),
    address: wire.string('address'),
    addressKind: ADDRESS_KINDS[wire.count('address_type')] ?? 'unknown',
    incoming: wire.boolean('incoming'),
    state: wire.string('state'),
    height: wire.count('height'),
    liveSeconds: wire.count('live_time'),
    receivedBytes: wire.count('recv_count'),
    sentBytes: wire.count('send_count'),
    receivedIdleSeconds: wire.count('recv_idle_time'),
    sentIdleSeconds: wire.count('send_idle_time'),
    downloadBytesPerSecond: wire.count('current_download') * KIBIBYTE,
    uploadBytesPerSecond: wire.count('current_upload') * KIBIBYTE,
    peerId: wire.string('peer_id'),
    pruningSeed: wire.count('pruning_seed'),
  };
}

/** Links to peers. Unrestricted listeners only. */
export const getConnections = query('get_connections', 'json-rpc', wire =>
  wire.list('connections', decodeConnection),
);
