import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { gunzipSync } from 'node:zlib';
import {
  mergeSnapshot,
  MoneroClient,
  SIGNAL_FLEET,
  SIGNAL_NODE_SETS,
  type HeldSnapshot,
  type NodeSetRef,
} from '@monero-portal/plugin-monero-common';

/** Where a portal is, and how it is let in. */
export interface Portal {
  /** Such as `http://127.0.0.1:7007`. */
  url: string;
  token: string;
}

/** What came to a tab so far. */
export interface Received {
  signals: number;
  signalBytes: number;
  answers: number;
  /** Bodies as they travel, compressed. */
  answerBytes: number;
}

/** As the pages do: see `useFleet` and `useObject` of the frontend plugin. */
const POLL_MS = { fleet: 10_000, object: 5_000 };

const agent = new Agent({ keepAlive: true });

/** A GET whose body stays as it travels. A kept connection may be closed just as it is used again; browsers then ask once more, too. */
async function exchange(url: string, token: string) {
  for (;;) {
    const open = request(url, {
      agent,
      headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' },
    }).end();
    try {
      const [response] = (await once(open, 'response')) as [IncomingMessage];
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      return {
        status: response.statusCode,
        zipped: response.headers['content-encoding'] === 'gzip',
        body: Buffer.concat(chunks),
      };
    } catch (error) {
      if (!open.reusedSocket) throw error;
    }
  }
}

/** A client of the portal, and what its answers weigh. */
export class CountingClient extends MoneroClient {
  readonly received: Received;

  constructor(portal: Portal) {
    const received: Received = {
      ...{ signals: 0, signalBytes: 0 },
      ...{ answers: 0, answerBytes: 0 },
    };
    super({
      discoveryApi: { getBaseUrl: async id => `${portal.url}/api/${id}` },
      fetchApi: {
        fetch: async url => {
          const { status, zipped, body } = await exchange(url, portal.token);
          received.answers += 1;
          received.answerBytes += body.length;
          return new Response(zipped ? gunzipSync(body) : body, {
            status,
            headers: { 'content-type': 'application/json' },
          });
        },
      },
    });
    this.received = received;
  }
}

/** An open page: it hears signals, and fetches as the page would. */
export class Tab {
  readonly #client: CountingClient;
  readonly #stop = new AbortController();
  #timer?: NodeJS.Timeout;
  #running = false;
  #again = false;
  #held?: HeldSnapshot;
  #uid?: string;
  /** Called after each fetch. */
  onFetch = () => {};

  private constructor(
    portal: Portal,
    /** The node set of its page; the fleet page without one. */
    private readonly shows: NodeSetRef | undefined,
    private readonly socket: WebSocket,
  ) {
    this.#client = new CountingClient(portal);
    const channel = shows ? SIGNAL_NODE_SETS : SIGNAL_FLEET;
    socket.send(JSON.stringify({ action: 'subscribe', channel }));
    socket.addEventListener('message', ({ data }) => this.#heard(String(data)));
    void this.#run();
  }

  static async open(portal: Portal, shows?: NodeSetRef): Promise<Tab> {
    return new Tab(portal, shows, await connect(portal));
  }

  get received(): Readonly<Received> {
    return this.#client.received;
  }

  close(): void {
    this.#stop.abort();
    clearTimeout(this.#timer);
    this.socket.close();
  }

  #heard(data: string): void {
    const { received } = this.#client;
    received.signals += 1;
    received.signalBytes += Buffer.byteLength(data);
    const { uid } = (JSON.parse(data) as { message: { uid?: string } }).message;
    if (!this.shows || !this.#uid || uid === this.#uid) void this.#run();
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    try {
      await this.#fetch();
    } catch (error) {
      // The backend may end before a closed page has its last answer.
      if (!this.#stop.signal.aborted) throw error;
    }
    this.#running = false;
    if (this.#stop.signal.aborted) return;
    this.onFetch();
    if (this.#again) {
      this.#again = false;
      await this.#run();
    } else {
      const pause = this.shows ? POLL_MS.object : POLL_MS.fleet;
      this.#timer = setTimeout(() => void this.#run(), pause);
    }
  }

  async #fetch(): Promise<void> {
    if (this.shows) {
      this.#uid = (await this.#client.getNodeSet(this.shows)).uid;
    } else {
      const { epoch, revision: since } = this.#held ?? {};
      const snapshot = await this.#client.getSnapshot({ epoch, since });
      this.#held = mergeSnapshot(this.#held, snapshot);
    }
  }
}

const CONNECT_MS = 1_000;

/** The first of all only makes the backend listen, and hangs: one tries again, as the app does. */
async function connect({ url }: Portal): Promise<WebSocket> {
  for (let attempt = 1; ; attempt += 1) {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/signals`);
    const opened = await new Promise<boolean>(resolve => {
      socket.addEventListener('open', () => resolve(true));
      socket.addEventListener('error', () => resolve(false));
      setTimeout(() => resolve(false), CONNECT_MS);
    });
    if (opened) return socket;
    socket.close();
    if (attempt === 5) throw new Error(`${url} takes no WebSocket`);
  }
}
