import { query } from '../endpoint';

/** The rules in force, and how the recent blocks vote on them. */
export interface HardForkInfo {
  /** Version of the rules in force. */
  version: number;
  enabled: boolean;
  /** Height from which these rules may hold. */
  earliestHeight: number;
  /** Version that this daemon votes for. */
  voting: number;
  votes: number;
  threshold: number;
  /** How many recent blocks are counted. */
  windowBlocks: number;
  /**
   * How long ago the last rules that this release knows came into force.
   * `update-needed`: so long that newer ones are likely; `likely-forked`: so
   * long that the network has probably moved on without this daemon.
   */
  state: 'ready' | 'update-needed' | 'likely-forked' | 'unknown';
}

const STATES: Record<number, HardForkInfo['state']> = {
  0: 'likely-forked',
  1: 'update-needed',
  2: 'ready',
};

/** The rules in force on the daemon's chain. */
export const hardForkInfo = query(
  'hard_fork_info',
  'json-rpc',
  (wire): HardForkInfo => ({
    version: wire.count('version'),
    enabled: wire.boolean('enabled'),
    earliestHeight: wire.count('earliest_height'),
    voting: wire.count('voting'),
    votes: wire.count('votes'),
    threshold: wire.count('threshold'),
    windowBlocks: wire.count('window'),
    state: STATES[wire.count('state')] ?? 'unknown',
  }),
);
