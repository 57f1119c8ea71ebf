import {
  explanationsOf,
  isUnfinished,
  splitArguments,
  suggestionsFor,
} from './args';
import { flagTableOf, type FlagTable } from './flags';

const NODES = flagTableOf({ kind: 'MoneroNodeSet', work: {} });
const MEMBERS = flagTableOf({ kind: 'MoneroNetwork', work: {} });
const POOL = flagTableOf({ kind: 'MoneroMiningNodeSet', work: {} });
const SOLO = flagTableOf({
  kind: 'MoneroMiningNodeSet',
  work: { daemon: 'regtest' },
});

it('splits what is pasted from a command line', () => {
  expect(splitArguments('monerod  --out-peers 64\n--public-node ')).toEqual([
    '--out-peers',
    '64',
    '--public-node',
  ]);
});

const names = (typed: string, table: FlagTable) =>
  suggestionsFor(typed, table).map(flag => flag.name);

it('suggests options by any part of their name, but none that is refused', () => {
  expect(names('--peers', NODES)).toEqual(
    expect.arrayContaining(['--out-peers', '--in-peers']),
  );
  expect(names('--data-dir', NODES)).toEqual([]);
});

it('suggests to members of a network nothing that leads out of it', () => {
  expect(names('peer', NODES)).toContain('--add-peer');
  expect(names('peer', MEMBERS)).not.toContain('--add-peer');
  expect(names('fixed', MEMBERS)).toEqual(['--fixed-difficulty']);
});

it('suggests to miners what fits where they work', () => {
  expect(names('rig-', POOL)).toEqual(['--rig-id']);
  expect(names('tls', POOL)).toContain('--tls-fingerprint');
  expect(names('tls', SOLO)).toEqual([]);
  expect(names('http', POOL)).toEqual([]);
});

it('explains every option once, by any of its spellings', () => {
  expect(
    explanationsOf(['-u', 'me', '--user=me', 'me', '--no-color', '-k'], POOL),
  ).toEqual([
    expect.objectContaining({ name: '--user' }),
    expect.objectContaining({ name: '--keepalive' }),
  ]);
  expect(explanationsOf(['--public', '--nonsense'], NODES)).toEqual([
    expect.objectContaining({ name: '--public-node' }),
  ]);
});

describe('isUnfinished', () => {
  it.each(['', '-', '--', '--out', '--out-peers', '--log'])(
    'waits with %j',
    typed => {
      expect(isUnfinished(typed, NODES)).toBe(true);
    },
  );

  it.each([
    '--out-peers=64',
    '--data-dir',
    '--data-dir=/x',
    '--no-such-thing',
    'status',
    '--out-peers 64',
  ])('judges %j', typed => {
    expect(isUnfinished(typed, NODES)).toBe(false);
  });
});
