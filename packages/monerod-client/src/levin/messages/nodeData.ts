import {
  blob,
  fixedHex,
  named,
  object,
  u16,
  u32,
  u64,
  ValueOf,
  withDefault,
} from '../../storage';

/** Bits of {@link NodeData.supportFlags}. */
export const SUPPORT_FLAG = {
  /** Takes new blocks without the transactions that it knows already. */
  fluffyBlocks: 1,
} as const;

/** What a peer says of itself in a handshake. */
export const nodeData = object({
  /** 32 hexadecimal digits; see `networkIdOf`. */
  networkId: named('network_id', blob(fixedHex(16))),
  /** Made up at each start; over Tor and I2P every node says 1. */
  peerId: named('peer_id', u64()),
  /** Where it listens for peers; 0: nowhere. */
  myPort: named('my_port', u32()),
  /** Of its public restricted RPC; 0: none. */
  rpcPort: named('rpc_port', withDefault(u16(), 0)),
  /** Left from the times of paid RPC. */
  rpcCreditsPerHash: named('rpc_credits_per_hash', withDefault(u32(), 0)),
  /** Bits of {@link SUPPORT_FLAG}; with 0, as over Tor and I2P, peers may ask. */
  supportFlags: named('support_flags', withDefault(u32(), 0)),
});

/** What a peer says of itself in a handshake. */
export type NodeData = ValueOf<typeof nodeData>;
