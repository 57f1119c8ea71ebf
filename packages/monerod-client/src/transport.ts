import type { Dispatcher } from 'undici';
import { Limits, withDeadline } from './deadline';
import { Credentials, DigestSession } from './digestAuth';
import { MonerodError } from './errors';
import type { Attempt, Exchange, HttpAnswer } from './exchange';
import { CheckedOptions } from './options';
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
   * SOCKS5 proxy, `socks5://[USER:PASSWORD@]HOST[:PORT]`, which resolves the
   * host of `url`: onion and I2P addresses work.
   */
  proxy?: string | URL;
  /**
   * SHA-256 of certificates, in hexadecimal: with `https` only a server that
   * shows one of them is spoken with, whoever signed it. monerod's own
   * certificate is signed by nobody.
   */
  fingerprints?: readonly string[];
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
  /** JSON where it is a text. */
  body: string | Uint8Array;
}

/** The only part of the client that touches the network. */
export interface Transport {
  /** Deadline of calls that name none. */
  readonly timeoutMs: number;
  /** Sends a POST and returns the body of a 200. @throws MonerodError */
  post(request: TransportRequest): Promise<Uint8Array>;
  /** Closes connections once their calls are done; more than once does no harm. */
  close(): Promise<void>;
}

const UNAUTHORIZED = 401;
const OK = 200;

/** Makes a transport over an exchange; with credentials that must use one connection. */
export function createTransport(
  { timeoutMs, credentials }: Pick<CheckedOptions, 'timeoutMs' | 'credentials'>,
  exchange: Exchange,
): Transport {
  const session = credentials && new DigestSession(credentials);
  const inTurn = createTurnstile();
  let closed: Promise<void> | undefined;

  const finish = async (answer: HttpAnswer): Promise<Uint8Array> => {
    if (answer.status === OK) {
      return answer.read();
    }
    await answer.discard();
    const httpStatus = answer.status;
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
    const first = await exchange.post({
      ...request,
      authorization: authorize(),
    });
    if (first.status !== UNAUTHORIZED) {
      return finish(first);
    }
    await first.discard();
    if (!login.accept(first.challenges)) {
      throw new MonerodError(
        'Unauthorized',
        'the daemon wants a login of a kind other than digest with MD5',
        { httpStatus: UNAUTHORIZED },
      );
    }
    const second = await exchange.post({
      ...request,
      authorization: authorize(),
    });
    if (second.status === UNAUTHORIZED) {
      await second.discard();
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
          : finish(await exchange.post({ path, body, signal })),
      ),
    close: () => {
      closed ??= exchange.close();
      return closed;
    },
  };
}
