import { once } from 'node:events';
import { AddressInfo, createServer, Socket } from 'node:net';
import type { Nettype } from '../endpoints/getInfo';
import { PeerListEntry, timedSync } from '../levin';
import { answererOf } from './answers';
import { checkNetwork, emptyIdentity, PeerIdentity } from './identity';
import { Greeting, Peer, PeerNews } from './Peer';
import { PeerError } from './PeerError';
import { PeerLink } from './PeerLink';

const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_IDLE_TIMEOUT_MS = 180_000;
const DEFAULT_MAX_CONNECTIONS = 16;

/** Where and how to listen. */
export interface ServeOptions {
  nettype: Nettype;
  /** Address to listen on; 127.0.0.1 unless said. */
  host?: string;
  /** Port to listen on; any that is free unless said. */
  port?: number;
  /** Peers to tell of, at most 250; none unless said. */
  peers?: readonly PeerListEntry[];
  /** Connections beyond it are closed at once; 16. */
  maxConnections?: number;
  /** Deadline of a peer's handshake, and of each call to it; 10 s. */
  timeoutMs?: number;
  /** Closes a connection over which nothing comes for so long; 3 minutes. */
  idleTimeoutMs?: number;
  /** Stops everything. */
  signal?: AbortSignal;
  /** Gets each peer after its handshake. */
  onPeer?: (peer: Peer) => void;
  /**
   * Gets what is wrong with a connection that comes to no handshake; nothing is
   * with one that is closed again, as after a ping.
   */
  onRefused?: (error: PeerError) => void;
}

/** A peer that listens and holds nothing. */
export interface EmptyPeer {
  /** Where it listens. */
  readonly port: number;
  /** Peers that are connected and have shaken hands. */
  readonly peers: readonly Peer[];
  /** Closes every connection and stops to listen. */
  close(): Promise<void>;
}

/** Takes one connection until it ends. */
async function serve(
  socket: Socket,
  self: PeerIdentity,
  options: ServeOptions,
  peers: Set<Peer>,
): Promise<void> {
  const {
    timeoutMs = DEFAULT_TIMEOUT_MS,
    idleTimeoutMs = DEFAULT_IDLE_TIMEOUT_MS,
    peers: told = [],
    onPeer,
    onRefused,
  } = options;
  const deadline = setTimeout(
    () =>
      socket.destroy(
        new PeerError('Timeout', `no handshake within ${timeoutMs} ms`),
      ),
    timeoutMs,
  );
  const news: PeerNews = {};
  let greeting: Greeting | undefined;
  let peer: Peer | undefined;
  const link = new PeerLink(socket, {
    idleTimeoutMs,
    answer: answererOf({
      identity: self,
      peers: told,
      onTimedSync: syncData => {
        news.syncData = syncData;
      },
      onHandshake: ({ nodeData, syncData }) => {
        checkNetwork(nodeData, self);
        clearTimeout(deadline);
        greeting = { nodeData, syncData, peers: [] };
      },
    }),
    onGreeted: own => {
      if (greeting) {
        peer = new Peer(own, self, timeoutMs, news, greeting);
        peers.add(peer);
        onPeer?.(peer);
      }
    },
  });
  const error = await link.closed;
  clearTimeout(deadline);
  if (peer) {
    peers.delete(peer);
  } else if (error && error.code !== 'Closed') {
    onRefused?.(error);
  }
}

/**
 * Listens for peers as a peer that holds nothing: answers handshakes, timed
 * syncs, pings and support flags, and reads past everything else. A monerod that
 * dials it stays connected.
 *
 * @throws Error of the socket when it cannot listen
 * @throws StorageError when a peer to tell of cannot be written
 */
export async function serveEmptyPeer(
  options: ServeOptions,
): Promise<EmptyPeer> {
  const {
    nettype,
    host = '127.0.0.1',
    port = 0,
    maxConnections = DEFAULT_MAX_CONNECTIONS,
    peers: told = [],
    signal,
  } = options;
  signal?.throwIfAborted();
  // Fails here rather than in the face of who dials.
  const { syncData } = emptyIdentity({ nettype });
  timedSync.response.encode({ syncData, peers: [...told] });
  const peers = new Set<Peer>();
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true });
  server.maxConnections = maxConnections;
  server.listen({ host, port });
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const self = emptyIdentity({ nettype, myPort: address.port });
  server.on('connection', socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    void serve(socket, self, options, peers);
  });
  const close = async () => {
    signal?.removeEventListener('abort', close);
    sockets.forEach(socket => socket.destroy());
    if (server.listening) {
      server.close();
      await once(server, 'close');
    }
  };
  signal?.addEventListener('abort', close, { once: true });
  return {
    port: address.port,
    get peers() {
      return [...peers];
    },
    close,
  };
}
