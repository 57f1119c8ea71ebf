import { Endpoint } from '../endpoint';
import { WireReader } from '../wire';

/** A peer that offers its RPC to everybody. */
export interface PublicNode {
  host: string;
  rpcPort: number;
  /** Unix time; `undefined` when never or not told. */
  lastSeenSeconds?: number;
}

/** Public nodes by how sure they are: `white` were connected to. */
export interface PublicNodes {
  white: PublicNode[];
  grey: PublicNode[];
}

const decodeNode = (wire: WireReader): PublicNode => ({
  host: wire.string('host'),
  rpcPort: wire.count('rpc_port'),
  lastSeenSeconds: wire.optionalCount('last_seen') || undefined,
});

/** Peers with a public RPC; only the grey list when `grey` is true, only the white one unless said. */
export const getPublicNodes: Endpoint<
  { white?: boolean; grey?: boolean } | void,
  PublicNodes
> = {
  name: 'get_public_nodes',
  style: 'path',
  encode: params => ({
    white: params?.white ?? true,
    gray: params?.grey ?? false,
  }),
  decode: wire => ({
    white: wire.list('white', decodeNode),
    grey: wire.list('gray', decodeNode),
  }),
};
