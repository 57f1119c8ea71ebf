import { Endpoint } from '../endpoint';
import { rawRecords } from './rawBytes';

/** What is known of each transaction that waits. */
export interface BacklogEntry {
  weightBytes: number;
  feeAtomicUnits: bigint;
  /** How long it waits. */
  waitingSeconds: number;
}

/** Three integers of 64 bits, low bytes first. */
const ENTRY_BYTES = 24;

/** Weights, fees and waiting times of what waits for a block, without hashes. */
export const getTransactionPoolBacklog: Endpoint<void, BacklogEntry[]> = {
  name: 'get_txpool_backlog',
  style: 'json-rpc',
  rawBytes: true,
  decode: wire =>
    rawRecords(wire, 'backlog', ENTRY_BYTES).map(entry => ({
      weightBytes: Number(entry.readBigUInt64LE(0)),
      feeAtomicUnits: entry.readBigUInt64LE(8),
      waitingSeconds: Number(entry.readBigUInt64LE(16)),
    })),
};
