import { Agent, buildConnector, Dispatcher } from 'undici';
import {
  contentTypeOf,
  DISCARD_BYTES,
  Exchange,
  KEEP_ALIVE_MS,
} from './exchange';
import { networkError } from './networkError';
import { readBody } from './readBody';

/** Where to, over how many connections, and how much to take. */
export interface UndiciExchangeOptions {
  origin: string;
  connections: number;
  maxResponseBytes: number;
  /** In place of own connections; stays open after `close`. */
  dispatcher?: Dispatcher;
  /** How own connections come about, where it is not the usual way. */
  connect?: buildConnector.connector;
}

/** Makes an exchange over undici; nothing is sent yet. */
export function undiciExchange({
  origin,
  connections,
  maxResponseBytes,
  dispatcher,
  connect,
}: UndiciExchangeOptions): Exchange {
  const own = dispatcher
    ? undefined
    : new Agent({
        connections,
        keepAliveTimeout: KEEP_ALIVE_MS,
        ...(connect ? { connect } : {}),
      });
  const used = (dispatcher ?? own) as Dispatcher;

  return {
    async post({ path, body, signal, authorization }) {
      const response = await used
        .request({
          origin,
          path,
          method: 'POST',
          headers: {
            'content-type': contentTypeOf(body),
            ...(authorization ? { authorization } : {}),
          },
          body,
          signal,
          // The deadline of the call is the only one.
          headersTimeout: 0,
          bodyTimeout: 0,
        })
        .catch(error => {
          throw networkError(error, origin);
        });
      return {
        status: response.statusCode,
        challenges: [response.headers['www-authenticate'] ?? []].flat(),
        read: () =>
          readBody(response.body, maxResponseBytes).catch(error => {
            throw networkError(error, origin);
          }),
        discard: () =>
          response.body.dump({ limit: DISCARD_BYTES }).catch(() => undefined),
      };
    },
    close: () => own?.close() ?? Promise.resolve(),
  };
}
