import { query } from '../endpoint';
import { WireReader } from '../wire';

/** How much the daemon's peers may move; RPC is not counted. */
export interface BandwidthLimit {
  downloadBytesPerSecond: number;
  uploadBytesPerSecond: number;
}

const KIBIBYTE = 1024;

/** Reads the limits, wherever an answer holds them. */
export const decodeLimit = (wire: WireReader): BandwidthLimit => ({
  downloadBytesPerSecond: wire.count('limit_down') * KIBIBYTE,
  uploadBytesPerSecond: wire.count('limit_up') * KIBIBYTE,
});

/** Limits of the peer-to-peer bandwidth. */
export const getLimit = query('get_limit', 'path', decodeLimit);
