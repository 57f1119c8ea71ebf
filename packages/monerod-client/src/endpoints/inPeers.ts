import { Endpoint } from '../endpoint';

/**
 * Limits the connections from peers; without `peers` only says the limit.
 * Unrestricted listeners only.
 *
 * @returns the limit now
 */
export const inPeers: Endpoint<{ peers?: number } | void, number> = {
  name: 'in_peers',
  style: 'path',
  // An empty request would set 0, which drops every peer.
  encode: params =>
    params?.peers === undefined
      ? { set: false }
      : { set: true, in_peers: params.peers },
  decode: wire => wire.count('in_peers'),
};
