import { Endpoint } from '../endpoint';

/**
 * Limits the connections to peers; without `peers` only says the limit.
 * Unrestricted listeners only.
 *
 * @returns the limit now
 */
export const outPeers: Endpoint<{ peers?: number } | void, number> = {
  name: 'out_peers',
  style: 'path',
  // An empty request would set 0, which drops every peer.
  encode: params =>
    params?.peers === undefined
      ? { set: false }
      : { set: true, out_peers: params.peers },
  decode: wire => wire.count('out_peers'),
};
