import type { PeerListEntry } from '../../levin';
import { connectSocks, dialPeer, Greeting, pingPeer } from '../../peer';
import { Command } from '../command';
import {
  asUsage,
  PROXY_OPTION,
  TIMEOUT_OPTION,
  timeoutMsOf,
} from '../daemonOptions';
import { parseHostPort } from '../hostPort';
import { nettypeOf, NETWORK_OPTION, P2P_PORTS } from '../networkOption';
import { Column, facts, table } from '../table';
import { grouped } from '../units';
import { UsageError } from '../UsageError';

const hexId = (peerId: bigint): string => peerId.toString(16).padStart(16, '0');

function addressOf({ address }: PeerListEntry): string {
  if (address.type === 'unknown') {
    return `unknown (kind ${address.code})`;
  }
  const { type, host, port } = address;
  return type === 'ipv6' ? `[${host}]:${port}` : `${host}:${port}`;
}

const COLUMNS: readonly Column<PeerListEntry>[] = [
  { title: 'address', cell: addressOf },
  { title: 'kind', cell: ({ address }) => address.type },
  { title: 'rpc', cell: each => String(each.rpcPort || '-'), right: true },
  {
    title: 'pruning seed',
    cell: each => String(each.pruningSeed),
    right: true,
  },
  { title: 'peer id', cell: each => hexId(each.peerId) },
];

/** What a peer said of itself, as people read it. */
export function greetingText(
  { nodeData, syncData, peers }: Greeting,
  tookMs: number,
): string {
  return facts([
    ['height', grouped(syncData.height)],
    ['top block', syncData.topId],
    ['block version', String(syncData.topVersion)],
    ['cumulative difficulty', grouped(syncData.cumulativeDifficulty)],
    ['pruning seed', String(syncData.pruningSeed)],
    ['peer id', hexId(nodeData.peerId)],
    ['listens on', nodeData.myPort ? String(nodeData.myPort) : 'nothing'],
    ['public RPC', nodeData.rpcPort ? String(nodeData.rpcPort) : 'none'],
    ['peers told', String(peers.length)],
    ['took', `${tookMs} ms`],
  ]);
}

export const handshake: Command = {
  name: 'handshake',
  args: 'HOST[:PORT]',
  summary: 'dials a peer by the peer-to-peer protocol, and shows what it says',
  options: {
    ...NETWORK_OPTION,
    peers: { type: 'boolean', help: 'lists the peers that it tells of' },
    ping: {
      type: 'boolean',
      help: 'only asks whether a peer listens there',
    },
    ...PROXY_OPTION,
    ...TIMEOUT_OPTION,
  },
  examples: [
    '127.0.0.1',
    'node.example:38080 --network stagenet --peers',
    '[2001:db8::7]:18080 --ping --json',
  ],
  async run({ args, options, signal, show }) {
    if (args.length !== 1) {
      throw new UsageError('say one HOST[:PORT]');
    }
    const nettype = nettypeOf(options) ?? 'mainnet';
    const timeoutMs = timeoutMsOf(options);
    const proxy = options.text('proxy');
    const target = {
      ...parseHostPort(args[0], P2P_PORTS[nettype]),
      nettype,
      signal,
      ...(timeoutMs ? { timeoutMs } : {}),
      ...(proxy ? { connect: asUsage(() => connectSocks(proxy)) } : {}),
    };
    const startedMs = performance.now();
    const took = () => Math.round(performance.now() - startedMs);
    if (options.flag('ping')) {
      const peerId = hexId(await pingPeer(target));
      const tookMs = took();
      show({ peerId, tookMs }, () =>
        facts([
          ['peer id', peerId],
          ['took', `${tookMs} ms`],
        ]),
      );
      return;
    }
    const peer = await dialPeer(target);
    const tookMs = took();
    peer.close();
    const { greeting } = peer;
    show({ ...greeting, tookMs }, () =>
      options.flag('peers')
        ? table(COLUMNS, greeting.peers)
        : greetingText(greeting, tookMs),
    );
  },
};
