import { query } from '../endpoint';
import { Connection, decodeConnection } from './getConnections';

/** Blocks asked of a peer, or come from it and not yet added. */
export interface SyncSpan {
  /** Index of the first block. */
  first: number;
  blocks: number;
  connectionId: string;
  /** Address of the peer. */
  address: string;
  downloadBytesPerSecond: number;
  /** Speed compared with the fastest peer, 0 to 100. */
  speedPercent: number;
  /** 0 until they are here. */
  sizeBytes: number;
}

/** How synchronization goes. */
export interface SyncInfo {
  height: number;
  /** Height of the tallest peer while behind; `undefined` when in sync, and without peers. */
  targetHeight?: number;
  nextNeededPruningSeed: number;
  /** The queue in one line, such as `[mo..]`. */
  overview: string;
  peers: Connection[];
  spans: SyncSpan[];
}

/** How synchronization goes, peer by peer. Unrestricted listeners only. */
export const syncInfo = query(
  'sync_info',
  'json-rpc',
  (wire): SyncInfo => ({
    height: wire.count('height'),
    targetHeight: wire.count('target_height') || undefined,
    nextNeededPruningSeed: wire.count('next_needed_pruning_seed'),
    overview: wire.string('overview'),
    peers: wire.list('peers', peer => decodeConnection(peer.object('info'))),
    spans: wire.list('spans', span => ({
      first: span.count('start_block_height'),
      blocks: span.count('nblocks'),
      connectionId: span.string('connection_id'),
      address: span.string('remote_address'),
      downloadBytesPerSecond: span.count('rate'),
      speedPercent: span.count('speed'),
      sizeBytes: span.count('size'),
    })),
  }),
);
