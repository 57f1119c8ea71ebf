import { query } from '../endpoint';
import { WireReader } from '../wire';

/** A peer that the daemon knows of. */
export interface KnownPeer {
  /** An IP address, or an onion or I2P address. */
  host: string;
  port: number;
  /** 64 bits in hexadecimal, as in {@link Connection}. */
  peerId: string;
  /** Unix time; `undefined` when never. */
  lastSeenSeconds?: number;
  /** `undefined` when it offers none. */
  rpcPort?: number;
  pruningSeed: number;
}

/** Known peers; `white` were connected to. */
export interface PeerList {
  white: KnownPeer[];
  grey: KnownPeer[];
}

const decodePeer = (wire: WireReader): KnownPeer => ({
  host: wire.string('host'),
  port: wire.count('port'),
  peerId: wire.uint64('id').toString(16).padStart(16, '0'),
  lastSeenSeconds: wire.optionalCount('last_seen') || undefined,
  rpcPort: wire.optionalCount('rpc_port') || undefined,
  pruningSeed: wire.optionalCount('pruning_seed') ?? 0,
});

/** Peers that the daemon knows of, connected or not. Unrestricted listeners only. */
export const getPeerList = query(
  'get_peer_list',
  'path',
  (wire): PeerList => ({
    white: wire.list('white_list', decodePeer),
    grey: wire.list('gray_list', decodePeer),
  }),
);
