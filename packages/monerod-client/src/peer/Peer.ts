import {
  CoreSyncData,
  NodeData,
  PeerListEntry,
  ping,
  supportFlags,
  timedSync,
} from '../levin';
import { PeerIdentity } from './identity';
import { PeerError } from './PeerError';
import { PeerLink } from './PeerLink';

/** How long one call may take. */
export interface PeerCallOptions {
  /** Deadline; the peer's own when absent. */
  timeoutMs?: number;
  /** Ends the call early, and the connection with it. */
  signal?: AbortSignal;
}

/** What a peer answers to a timed sync. */
export interface TimedSync {
  syncData: CoreSyncData;
  peers: PeerListEntry[];
}

/** What a peer said in the handshake. */
export interface Greeting {
  nodeData: NodeData;
  syncData: CoreSyncData;
  /** Peers that it knows; none of who dialled us. */
  peers: PeerListEntry[];
}

/** What a peer told by itself since the handshake. */
export interface PeerNews {
  syncData?: CoreSyncData;
}

/** A peer that one has shaken hands with. */
export class Peer {
  /** @internal made by `dialPeer` and `serveEmptyPeer` */
  constructor(
    private readonly link: PeerLink,
    private readonly self: PeerIdentity,
    private readonly timeoutMs: number,
    private readonly news: PeerNews,
    /** What it said in the handshake. */
    readonly greeting: Greeting,
  ) {}

  /**
   * The chain that it last said it has: in the handshake, or in a timed sync of
   * ours or of its own, which monerod sends each minute.
   */
  get syncData(): CoreSyncData {
    return this.news.syncData ?? this.greeting.syncData;
  }

  /** Fulfilled at the end, with what ended it; `undefined` when we did. */
  get closed(): Promise<PeerError | undefined> {
    return this.link.closed;
  }

  /**
   * Asks whether it is there. Gives its peer id.
   *
   * @throws PeerError; `CallFailed` over Tor and I2P
   */
  async ping(options: PeerCallOptions = {}): Promise<bigint> {
    const { peerId } = await this.link.call(ping, {}, this.limits(options));
    return peerId;
  }

  /** Asks for its chain by now, and for more peers. @throws PeerError */
  async timedSync(options: PeerCallOptions = {}): Promise<TimedSync> {
    const { syncData } = this.self;
    const limits = this.limits(options);
    const answer = await this.link.call(timedSync, { syncData }, limits);
    this.news.syncData = answer.syncData;
    return answer;
  }

  /**
   * Asks for its support flags.
   *
   * @throws PeerError; `CallFailed` over Tor and I2P, where monerod takes
   * handshakes, timed syncs and transactions only
   */
  async supportFlags(options: PeerCallOptions = {}): Promise<number> {
    const limits = this.limits(options);
    const answer = await this.link.call(supportFlags, {}, limits);
    return answer.supportFlags;
  }

  /** Closes the connection; calls that wait fail. */
  close(): void {
    this.link.close();
  }

  private limits({ timeoutMs = this.timeoutMs, signal }: PeerCallOptions) {
    return { timeoutMs, ...(signal ? { signal } : {}) };
  }
}
