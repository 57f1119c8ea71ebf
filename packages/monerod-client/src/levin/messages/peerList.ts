import {
  i64,
  named,
  object,
  optionalList,
  u16,
  u32,
  u64,
  ValueOf,
  withDefault,
} from '../../storage';
import { peerAddress } from './address';

/** Most peers that one message may name; monerod drops who sends more. */
export const MAX_PEERS = 250;

const entry = object({
  address: named('adr', peerAddress()),
  peerId: named('id', u64()),
  /** Seconds since 1970; 0: not said, which is what monerod sends. */
  lastSeen: named('last_seen', withDefault(i64(), 0n)),
  pruningSeed: named('pruning_seed', withDefault(u32(), 0)),
  /** Of its public restricted RPC; 0: none. */
  rpcPort: named('rpc_port', withDefault(u16(), 0)),
  rpcCreditsPerHash: named('rpc_credits_per_hash', withDefault(u32(), 0)),
});

/** A peer that another peer knows of. */
export type PeerListEntry = ValueOf<typeof entry>;

/** The list of peers in a message; absent and empty are the same. */
export const peerList = () =>
  named('local_peerlist_new', optionalList(entry, { max: MAX_PEERS }));
