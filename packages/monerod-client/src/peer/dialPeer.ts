import type { Nettype } from '../endpoints/getInfo';
import { handshake, ping } from '../levin';
import { answererOf } from './answers';
import { Connect, connectTcp, connectUntil, PeerTarget } from './connect';
import { checkNetwork, emptyIdentity, PeerIdentity } from './identity';
import { Peer, PeerNews } from './Peer';
import { asPeerError, PeerError } from './PeerError';
import { PeerLink } from './PeerLink';
import { within } from './within';

const DEFAULT_TIMEOUT_MS = 10_000;
/** Three times the minute after which monerod asks for a timed sync. */
const DEFAULT_IDLE_TIMEOUT_MS = 180_000;

/** Whom to dial, and how. */
export interface DialOptions extends PeerTarget {
  nettype: Nettype;
  /** Deadline of the connection and the handshake, and of each call; 10 s. */
  timeoutMs?: number;
  /** Closes a connection over which nothing comes for so long; 3 minutes. */
  idleTimeoutMs?: number;
  /** Ends the dialling. */
  signal?: AbortSignal;
  /** Makes the connection; over TCP unless said. */
  connect?: Connect;
  /** Who we say we are; holds nothing and listens nowhere unless said. */
  identity?: PeerIdentity;
}

/** A connection, and what there is to know about it. */
interface Dialled {
  link: PeerLink;
  self: PeerIdentity;
  timeoutMs: number;
  news: PeerNews;
}

/** Connects, does the work, and closes the connection if the work fails. */
function overLink<T>(
  options: DialOptions,
  work: (dialled: Dialled) => Promise<T>,
): Promise<T> {
  const {
    host,
    port,
    nettype,
    signal: ending,
    timeoutMs = DEFAULT_TIMEOUT_MS,
    idleTimeoutMs = DEFAULT_IDLE_TIMEOUT_MS,
    connect = connectTcp,
    identity = emptyIdentity({ nettype }),
  } = options;
  const limits = { timeoutMs, ...(ending ? { signal: ending } : {}) };
  const where = `${host}:${port}`;
  return within(limits, where, async signal => {
    const socket = await connectUntil(signal, connect, { host, port });
    const news: PeerNews = {};
    const link = new PeerLink(socket, {
      idleTimeoutMs,
      answer: answererOf({
        identity,
        onTimedSync: syncData => {
          news.syncData = syncData;
        },
      }),
    });
    const onAbort = () => link.close();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      return await work({ link, self: identity, timeoutMs, news });
    } catch (error) {
      link.close();
      throw explain(error, where, link);
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  });
}

/** Says what it means that a peer closes the connection without a word. */
function explain(error: unknown, where: string, link: PeerLink): PeerError {
  const { code, message, returnCode } = asPeerError(error, 'Closed');
  if (code === 'Closed' && !link.hasHeard) {
    return new PeerError(
      'Refused',
      `${where}: closed the connection without a word. Peers do so to peers of another network; check nettype. Or it has enough connections, or bans us`,
      { cause: error },
    );
  }
  return new PeerError(code, `${where}: ${message}`, {
    cause: (error as Error).cause,
    ...(returnCode === undefined ? {} : { returnCode }),
  });
}

/**
 * Connects to a peer and shakes hands.
 *
 * @throws PeerError
 */
export function dialPeer(options: DialOptions): Promise<Peer> {
  return overLink(options, async ({ link, self, timeoutMs, news }) => {
    const greeting = await link.call(handshake, self, { timeoutMs });
    checkNetwork(greeting.nodeData, self);
    return new Peer(link, self, timeoutMs, news, greeting);
  });
}

/**
 * Asks whether a peer listens there, without a handshake, and hangs up.
 *
 * @returns its peer id
 * @throws PeerError
 */
export function pingPeer(options: DialOptions): Promise<bigint> {
  return overLink(options, async ({ link, timeoutMs }) => {
    const { peerId } = await link.call(ping, {}, { timeoutMs });
    link.close();
    return peerId;
  });
}
