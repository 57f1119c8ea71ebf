import { Endpoint } from '../endpoint';
import { BandwidthLimit, decodeLimit } from './getLimit';

/** A limit that is left out stays as it is. */
export interface SetLimitParams {
  /** Rounded up to 1024; `default` is the daemon's own. */
  downloadBytesPerSecond?: number | 'default';
  uploadBytesPerSecond?: number | 'default';
}

const KIBIBYTE = 1024;
const UNCHANGED = 0;
const DEFAULT = -1;

function encodeLimit(limit: number | 'default' | undefined): number {
  if (limit === undefined) {
    return UNCHANGED;
  }
  return limit === 'default'
    ? DEFAULT
    : Math.max(1, Math.ceil(limit / KIBIBYTE));
}

/** Limits the peer-to-peer bandwidth until the daemon ends. @returns the limits now */
export const setLimit: Endpoint<SetLimitParams, BandwidthLimit> = {
  name: 'set_limit',
  style: 'path',
  encode: ({ downloadBytesPerSecond, uploadBytesPerSecond }) => ({
    limit_down: encodeLimit(downloadBytesPerSecond),
    limit_up: encodeLimit(uploadBytesPerSecond),
  }),
  decode: decodeLimit,
};
