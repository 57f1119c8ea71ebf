import { Greeting, Peer, PeerError } from '../peer';
import {
  addressText,
  CrawlAddress,
  DialKind,
  fromPeerAddress,
} from './address';
import { Frontier } from './Frontier';
import { addressOf, CrawlRecord, EdgeRecord, NodeRecord } from './records';
import { Visits } from './Visits';

/** How far a crawl goes, and how hard it knocks. */
export interface CrawlOptions {
  /** Peers that are dialled at once. */
  concurrency: number;
  /** Peers that are dialled in a second, at most. */
  perSecond: number;
  /** Addresses that are remembered. */
  maxNodes: number;
  /** Ports of one host that are dialled. */
  maxPortsPerHost: number;
  kinds: readonly DialKind[];
  /** Whether told addresses in private and reserved ranges are dialled. */
  allowLocal: boolean;
}

/** Polite to others, and enough for a network of ten thousand in an hour. */
export const DEFAULT_CRAWL: CrawlOptions = {
  concurrency: 32,
  perSecond: 10,
  maxNodes: 50_000,
  maxPortsPerHost: 4,
  kinds: ['ipv4', 'ipv6'],
  allowLocal: false,
};

/** What a crawl reads and writes with. */
export interface CrawlDeps {
  /** Shakes hands. @throws PeerError */
  dial(
    address: CrawlAddress,
    signal: AbortSignal,
  ): Promise<Pick<Peer, 'greeting' | 'close'>>;
  /** Takes one record; what it returns is waited for. */
  write(record: CrawlRecord): void | Promise<void>;
  /** A clock that never jumps, in milliseconds. */
  now(): number;
  /** Unix time in seconds. */
  unixTime(): number;
  /** Waits; returns early when the signal fires. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  signal: AbortSignal;
}

/** Where a crawl starts. */
export interface CrawlStart {
  seeds: readonly CrawlAddress[];
  /** What an earlier crawl wrote: peers that were dialled are not dialled again. */
  earlier?: Iterable<CrawlRecord>;
}

const hexId = (id: bigint) => id.toString(16).padStart(16, '0');

/** Heights beyond 2^53 are a peer's invention. */
const heightOf = (height: bigint) =>
  height <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(height) : undefined;

function nodeRecord(
  address: string,
  { nodeData, syncData, peers }: Greeting,
  times: Pick<NodeRecord, 'atSeconds' | 'tookMs'>,
): NodeRecord {
  return {
    type: 'node',
    address,
    outcome: 'reached',
    ...times,
    height: heightOf(syncData.height),
    topId: syncData.topId,
    topVersion: syncData.topVersion,
    pruningSeed: syncData.pruningSeed,
    peerId: hexId(nodeData.peerId),
    ...(nodeData.rpcPort ? { rpcPort: nodeData.rpcPort } : {}),
    peers: peers.length,
  };
}

function edges(
  from: string,
  { peers }: Greeting,
): { to: CrawlAddress; record: EdgeRecord }[] {
  return peers.flatMap(({ address, lastSeen }) => {
    const to = fromPeerAddress(address);
    if (!to) return [];
    const seen = lastSeen > 0n && lastSeen < 2n ** 40n ? Number(lastSeen) : 0;
    return [
      {
        to,
        record: {
          type: 'edge' as const,
          from,
          to: addressText(to),
          ...(seen ? { lastSeenSeconds: seen } : {}),
        },
      },
    ];
  });
}

/** Begins with what is known, and dials nobody twice. */
function frontierOf(
  { seeds, earlier = [] }: CrawlStart,
  options: CrawlOptions,
): Frontier {
  const frontier = new Frontier(options);
  const told: EdgeRecord[] = [];
  for (const record of earlier) {
    if (record.type === 'edge') told.push(record);
    else frontier.visited(addressOf(record.address));
  }
  seeds.forEach(each => frontier.seed(each));
  told.forEach(({ to }) => frontier.offer(addressOf(to)));
  return frontier;
}

/** Whom a crawl knew at its end. */
export interface CrawlEnd {
  known: number;
  /** Who was not dialled, because it was ended early. */
  pending: number;
}

/**
 * Maps a network: dials the seeds, then whom they tell of, and so on. A peer
 * that fails is a finding, not an error. Ends when everybody was dialled, or
 * the signal fires.
 */
export async function crawl(
  start: CrawlStart,
  options: CrawlOptions,
  deps: CrawlDeps,
): Promise<CrawlEnd> {
  const frontier = frontierOf(start, options);
  const intervalMs = 1000 / options.perSecond;
  let nextDialMs = deps.now();
  const visits = new Visits();

  const visit = async (to: CrawlAddress): Promise<void> => {
    const address = addressText(to);
    const startedMs = deps.now();
    const atSeconds = deps.unixTime();
    const times = () => ({
      atSeconds,
      tookMs: Math.round(deps.now() - startedMs),
    });
    let peer: Pick<Peer, 'greeting' | 'close'>;
    try {
      peer = await deps.dial(to, deps.signal);
    } catch (error) {
      if (!(error instanceof PeerError)) throw error;
      if (error.code !== 'Aborted') {
        const outcome = error.code;
        await deps.write({ type: 'node', address, outcome, ...times() });
      }
      return;
    }
    peer.close();
    await deps.write(nodeRecord(address, peer.greeting, times()));
    for (const edge of edges(address, peer.greeting)) {
      frontier.offer(edge.to);
      const written = deps.write(edge.record);
      // there are millions of these: waits only where there is something to wait for
      if (written) await written;
    }
  };

  while (!deps.signal.aborted && !visits.failed) {
    const to = visits.count < options.concurrency ? frontier.take() : undefined;
    if (to) {
      visits.start(() => visit(to));
      nextDialMs = Math.max(deps.now(), nextDialMs + intervalMs);
      await deps.sleep(nextDialMs - deps.now(), deps.signal);
    } else if (visits.count > 0) {
      await visits.next();
    } else {
      break;
    }
  }
  await visits.end();
  return { known: frontier.size, pending: frontier.pending };
}
