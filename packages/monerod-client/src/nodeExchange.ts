import { once } from 'node:events';
import * as plainHttp from 'node:http';
import type { Agent, IncomingMessage } from 'node:http';
import { MonerodError } from './errors';
import {
  Attempt,
  contentTypeOf,
  DISCARD_BYTES,
  Exchange,
  HttpAnswer,
  KEEP_ALIVE_MS,
} from './exchange';
import { readBody } from './readBody';

/** Where to, over how many connections, and how much to take. */
export interface NodeExchangeOptions {
  origin: string;
  connections: number;
  maxResponseBytes: number;
}

/** The parser's codes for what is not HTTP begin so. */
const NOT_HTTP = /^HPE_/;

const codeOf = (error: unknown) =>
  String((error as NodeJS.ErrnoException).code ?? '');

function asMonerodError(error: unknown, origin: string): MonerodError {
  if (error instanceof MonerodError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return NOT_HTTP.test(codeOf(error))
    ? new MonerodError(
        'InvalidResponse',
        `${origin} does not answer in HTTP: ${message}`,
        { cause: error },
      )
    : new MonerodError(
        'Unreachable',
        `no answer from ${origin}: ${message || codeOf(error)}`,
        { cause: error },
      );
}

async function discard(response: IncomingMessage): Promise<void> {
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > DISCARD_BYTES) response.destroy();
  });
  response.on('error', () => undefined);
  await once(response, 'close').catch(() => undefined);
}

/** TLS costs 4 MB of memory, so it loads where it is used. */
const secureHttp = (): Promise<typeof plainHttp> =>
  import('node:https') as Promise<unknown> as Promise<typeof plainHttp>;

/** Makes an exchange over Node's own HTTP client; nothing is sent yet. */
export function nodeExchange({
  origin,
  connections,
  maxResponseBytes,
}: NodeExchangeOptions): Exchange {
  let agent: Agent | undefined;
  let closed = false;
  let pending = 0;
  const drained = () => {
    if (closed && pending === 0) agent?.destroy();
  };

  const send = async ({ path, body, signal, authorization }: Attempt) => {
    const http = origin.startsWith('https:') ? await secureHttp() : plainHttp;
    signal.throwIfAborted();
    agent ??= new http.Agent({
      keepAlive: true,
      maxSockets: connections,
      timeout: KEEP_ALIVE_MS,
    });
    return new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = http.request(
        new URL(path, origin),
        {
          agent,
          method: 'POST',
          signal,
          headers: {
            'content-type': contentTypeOf(body),
            'content-length': Buffer.byteLength(body),
            ...(authorization ? { authorization } : {}),
          },
        },
        resolve,
      );
      outgoing.on('error', reject);
      pending += 1;
      outgoing.on('close', () => {
        pending -= 1;
        drained();
      });
      outgoing.end(body);
    });
  };

  const post = async (attempt: Attempt): Promise<HttpAnswer> => {
    if (closed) throw new MonerodError('Aborted', 'the client is closed');
    try {
      const response = await send(attempt);
      return {
        status: response.statusCode ?? 0,
        challenges: response.headersDistinct['www-authenticate'] ?? [],
        read: () =>
          readBody(response, maxResponseBytes).catch(error => {
            throw asMonerodError(error, origin);
          }),
        discard: () => discard(response),
      };
    } catch (error) {
      throw asMonerodError(error, origin);
    }
  };

  return {
    post,
    async close() {
      closed = true;
      drained();
    },
  };
}
