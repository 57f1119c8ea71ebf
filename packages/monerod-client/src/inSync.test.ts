import { DaemonInfo } from './endpoints/getInfo';
import { inSync, SyncVerdict } from './inSync';

const SYNCED: DaemonInfo = {
  nettype: 'mainnet',
  height: 1000,
  topBlockHash: 'ab'.repeat(32),
  synchronized: true,
  busySyncing: false,
  offline: false,
  restricted: false,
  untrusted: false,
  incomingConnections: 0,
  outgoingConnections: 8,
  difficulty: 1n,
  cumulativeDifficulty: 1n,
  databaseSizeBytes: 1,
  databaseSizeApproximate: false,
  transactions: 0,
  poolTransactions: 0,
  blockWeightLimitBytes: 600_000,
  blockWeightMedianBytes: 300_000,
  blockIntervalSeconds: 120,
};

const PEERLESS = { incomingConnections: 0, outgoingConnections: 0 };
const MASKED = {
  restricted: true,
  incomingConnections: undefined,
  outgoingConnections: undefined,
};
const yes = (reason: string): SyncVerdict => ({
  inSync: true,
  reason,
  blocksBehind: 0,
});
const no = (reason: string, blocksBehind?: number): SyncVerdict => ({
  inSync: false,
  reason,
  blocksBehind,
});

describe('inSync', () => {
  it.each<[string, Partial<DaemonInfo>, SyncVerdict]>([
    [
      'is true with peers and without a target',
      {},
      yes('in sync at height 1000'),
    ],
    [
      'is true with one incoming peer',
      { incomingConnections: 1, outgoingConnections: 0 },
      yes('in sync at height 1000'),
    ],
    [
      'is true two blocks behind',
      { targetHeight: 1002 },
      yes('in sync at height 1000'),
    ],
    [
      'is true ahead of all peers',
      { targetHeight: 900 },
      yes('in sync at height 1000'),
    ],
    [
      'is false three blocks behind',
      { targetHeight: 1003 },
      no('3 blocks behind', 3),
    ],
    [
      'counts the blocks while synchronizing',
      { synchronized: false, busySyncing: true, targetHeight: 1184 },
      no('184 blocks behind', 184),
    ],
    [
      'is false before the first comparison with a peer',
      { synchronized: false },
      no('not synchronized yet: still comparing its chain with its peers'),
    ],
    [
      'is false near the target when monerod says it is not done',
      { synchronized: false, targetHeight: 1001 },
      no('not synchronized yet: still comparing its chain with its peers'),
    ],
    [
      'is false while a batch is added',
      { busySyncing: true },
      no('busy adding blocks'),
    ],
    [
      'is false before the first peer',
      { synchronized: false, ...PEERLESS },
      no('no peers yet: 0 connections'),
    ],
    [
      'is false when the last peer has gone, whatever monerod says',
      PEERLESS,
      no('no peers: 0 connections'),
    ],
    [
      'is true without peers when offline by intention',
      { offline: true, nettype: 'regtest', ...PEERLESS },
      yes('in sync at height 1000, offline by intention'),
    ],
    [
      'trusts monerod where the number of peers is masked',
      MASKED,
      yes('in sync at height 1000'),
    ],
    [
      'is false where the number of peers is masked and monerod is not done',
      { ...MASKED, synchronized: false },
      no('not synchronized yet: still comparing its chain with its peers'),
    ],
    [
      'is false for data of a bootstrap daemon',
      { untrusted: true },
      no('not its own data: answers come from a bootstrap daemon'),
    ],
  ])('%s', (_sentence, fields, expected) => {
    expect(inSync({ ...SYNCED, ...fields })).toEqual(expected);
  });
});
