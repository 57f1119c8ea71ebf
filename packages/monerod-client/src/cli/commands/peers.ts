import type { Connection } from '../../endpoints/getConnections';
import type { KnownPeer } from '../../endpoints/getPeerList';
import { MonerodError } from '../../errors';
import { Command } from '../command';
import { DAEMON_OPTIONS, withDaemon } from '../daemonOptions';
import { Column, table } from '../table';
import { bytes, duration, grouped, when } from '../units';

const CONNECTION_COLUMNS: readonly Column<Connection>[] = [
  { title: 'address', cell: each => each.address },
  { title: 'dir', cell: each => (each.incoming ? 'in' : 'out') },
  { title: 'state', cell: each => each.state },
  { title: 'height', cell: each => grouped(each.height), right: true },
  { title: 'age', cell: each => duration(each.liveSeconds), right: true },
  { title: 'received', cell: each => bytes(each.receivedBytes), right: true },
  { title: 'sent', cell: each => bytes(each.sentBytes), right: true },
  { title: 'peer id', cell: each => each.peerId },
];

interface ListedPeer extends KnownPeer {
  list: 'white' | 'grey';
}

const knownColumns = (nowMs: number): readonly Column<ListedPeer>[] => [
  { title: 'host', cell: each => each.host },
  { title: 'port', cell: each => String(each.port), right: true },
  { title: 'list', cell: each => each.list },
  { title: 'rpc', cell: each => String(each.rpcPort ?? '-'), right: true },
  {
    title: 'last seen',
    cell: each =>
      each.lastSeenSeconds === undefined
        ? '-'
        : when(each.lastSeenSeconds, nowMs),
  },
];

/** Our own connections first, then by address. */
const inOrder = (connections: readonly Connection[]): Connection[] =>
  [...connections].sort(
    (a, b) =>
      Number(a.incoming) - Number(b.incoming) ||
      a.address.localeCompare(b.address),
  );

/** What a person can do about a listener that denies the call. */
function withAdvice(error: unknown): unknown {
  return error instanceof MonerodError && error.unsupported
    ? new MonerodError(
        error.code,
        `${error.message}: a restricted listener keeps its peers to itself; ask the unrestricted one`,
        { ...error, cause: error },
      )
    : error;
}

export const peers: Command = {
  name: 'peers',
  summary: 'connections of a daemon, or the peers that it knows',
  details:
    'Wants the unrestricted listener. Addresses, heights and states are what the peers say of themselves.',
  options: {
    known: {
      type: 'boolean',
      help: 'all that it knows: white (connected to before) and grey',
    },
    ...DAEMON_OPTIONS,
  },
  examples: ['', '--known --json'],
  run: ({ options, io, signal, show }) =>
    withDaemon(options, io.env, async client => {
      try {
        if (options.flag('known')) {
          const lists = await client.getPeerList({ signal });
          const rows = (['white', 'grey'] as const).flatMap(list =>
            lists[list].map(peer => ({ ...peer, list })),
          );
          show(lists, () => table(knownColumns(Date.now()), rows));
          return;
        }
        const connections = inOrder(await client.getConnections({ signal }));
        show(connections, () => table(CONNECTION_COLUMNS, connections));
      } catch (error) {
        throw withAdvice(error);
      }
    }),
};
