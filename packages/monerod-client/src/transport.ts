import { Agent, Dispatcher } from 'undici';
import { Limits, withDeadline } from './deadline';
import { Credentials, DigestSession } from './digestAuth';
import { MonerodError } from './errors';
import { checkOptions } from './options';
import { networkError } from './networkError';
import { readBody } from './readBody';
import { createTurnstile } from './turnstile';

/** Where the daemon is, and how to speak with it. */
export interface TransportOptions {
  /** Such as `http://127.0.0.1:18081`, without a path. */
  url: string | URL;
  /** For a daemon with `--rpc-login`, which guards both of its listeners. */
  credentials?: Credentials;
  /** Deadline of a whole call; default 10 s. */
  timeoutMs?: number;
  /** Largest answer accepted; default 16 MiB. */
  maxResponseBytes?: number;
  /**
   * Connections to use in place of own ones; stays open after `close`. With
   * credentials it must use one connection at a time, because monerod counts
   * logins per connection.
   */
  dispatcher?: Dispatcher;
}

/** One HTTP request. */
export interface TransportRequest extends Limits {
  path: string;
  body: string;
}

/** The only part of the client that touches the network. */
export interface Transport {
  /** Deadline of calls that name none. */
  readonly timeoutMs: number;
  /** Sends a POST and returns the body of a 200. @throws MonerodError */
  post(request: TransportRequest): Promise<string>;
  /** Closes connections once their calls are done; more than once does no harm. */
  close(): Promise<void>;
}

const UNAUTHORIZED = 401;
const OK = 200;

/** monerod takes no more than three from one public address. */
const MAX_CONNECTIONS = 3;

/** Idle connections are kept this long: less than the daemon keeps them. */
const KEEP_ALIVE_MS = 30_000;

type Attempt = Pick<TransportRequest, 'path' | 'body'> & {
  signal: AbortSignal;
  authorization?: string;
};

const challengesOf = (response: Dispatcher.ResponseData): string[] =>
  [response.headers['www-authenticate'] ?? []].flat();

/** Throws the body away so that its connection can serve again; a long one costs the connection. */
const discard = (response: Dispatcher.ResponseData): Promise<void> =>
  response.body.dump({ limit: 64 * 1024 }).catch(() => undefined);

/** Makes a transport; nothing is sent yet. @throws TypeError naming a bad option */
export function createTransport(options: TransportOptions): Transport {
  const { origin, timeoutMs, maxResponseBytes } = checkOptions(options);
  const session = options.credentials && new DigestSession(options.credentials);
  const inTurn = createTurnstile();
  const own = options.dispatcher
    ? undefined
    : new Agent({
        connections: session ? 1 : MAX_CONNECTIONS,
        keepAliveTimeout: KEEP_ALIVE_MS,
      });
  const dispatcher = options.dispatcher ?? own;
  let closed: Promise<void> | undefined;

  const attempt = async ({ path, body, signal, authorization }: Attempt) => {
    try {
      return await (dispatcher as Dispatcher).request({
        origin,
        path,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(authorization ? { authorization } : {}),
        },
        body,
        signal,
        // The deadline of the call is the only one.
        headersTimeout: 0,
        bodyTimeout: 0,
      });
    } catch (error) {
      throw networkError(error, origin);
    }
  };

  const finish = async (response: Dispatcher.ResponseData): Promise<string> => {
    if (response.statusCode === OK) {
      try {
        return await readBody(response.body, maxResponseBytes);
      } catch (error) {
        throw networkError(error, origin);
      }
    }
    await discard(response);
    const httpStatus = response.statusCode;
    throw httpStatus === UNAUTHORIZED
      ? new MonerodError(
          'Unauthorized',
          'the daemon wants a login (--rpc-login): pass credentials',
          { httpStatus },
        )
      : new MonerodError(
          'HttpStatus',
          `the daemon answered HTTP ${httpStatus}`,
          { httpStatus },
        );
  };

  const withLogin = async (login: DigestSession, request: Attempt) => {
    const authorize = () =>
      login.authorize({ method: 'POST', uri: request.path });
    const first = await attempt({ ...request, authorization: authorize() });
    if (first.statusCode !== UNAUTHORIZED) {
      return finish(first);
    }
    await discard(first);
    if (!login.accept(challengesOf(first))) {
      throw new MonerodError(
        'Unauthorized',
        'the daemon wants a login of a kind other than digest with MD5',
        { httpStatus: UNAUTHORIZED },
      );
    }
    const second = await attempt({ ...request, authorization: authorize() });
    if (second.statusCode === UNAUTHORIZED) {
      await discard(second);
      throw new MonerodError(
        'Unauthorized',
        'the daemon does not take these credentials',
        { httpStatus: UNAUTHORIZED },
      );
    }
    return finish(second);
  };

  return {
    timeoutMs,
    post: ({ path, body, ...limits }) =>
      withDeadline(limits, async signal =>
        session
          ? inTurn(signal, () => withLogin(session, { path, body, signal }))
          : finish(await attempt({ path, body, signal })),
      ),
    close: () => {
      closed ??= own?.close() ?? Promise.resolve();
      return closed;
    },
  };
}
