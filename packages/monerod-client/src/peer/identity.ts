import { randomBytes } from 'node:crypto';
import type { Nettype } from '../endpoints/getInfo';
import { CoreSyncData, NETWORKS, NodeData, SUPPORT_FLAG } from '../levin';
import { PeerError } from './PeerError';

/** Who one is and what one has, as told to other peers. */
export interface PeerIdentity {
  nodeData: NodeData;
  syncData: CoreSyncData;
}

/** What an identity is made of. */
export interface PeerIdentityOptions {
  nettype: Nettype;
  /** Where one listens; 0, which is usual: nowhere, and nobody dials back. */
  myPort?: number;
}

/**
 * The identity of a peer that holds nothing but the first block, which every
 * peer of the network has: nobody asks it for blocks, or sends it what it lacks.
 */
export function emptyIdentity({
  nettype,
  myPort = 0,
}: PeerIdentityOptions): PeerIdentity {
  const { networkId, genesisId } = NETWORKS[nettype];
  return {
    nodeData: {
      networkId,
      peerId: randomBytes(8).readBigUInt64LE(),
      myPort,
      rpcPort: 0,
      rpcCreditsPerHash: 0,
      supportFlags: SUPPORT_FLAG.fluffyBlocks,
    },
    syncData: {
      height: 1n,
      cumulativeDifficulty: 1n,
      topId: genesisId,
      topVersion: 1,
      pruningSeed: 0,
    },
  };
}

/** @throws PeerError `WrongNetwork` when a peer says so of itself */
export function checkNetwork(
  { networkId }: NodeData,
  { nodeData: own }: PeerIdentity,
): void {
  if (networkId !== own.networkId) {
    throw new PeerError(
      'WrongNetwork',
      `it is of network ${networkId}, not ${own.networkId}`,
    );
  }
}
