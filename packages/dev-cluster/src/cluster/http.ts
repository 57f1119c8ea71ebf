import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect as tlsConnect } from 'node:tls';
import type { Duplex } from 'node:stream';

const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** One HTTP request over a connection made for it. */
export interface HttpCall {
  method?: string;
  path: string;
  /** Makes the byte stream to the server. */
  dial: () => Duplex;
  /** Given for HTTPS. Without `ca` the server's certificate is not checked. */
  tls?: { servername?: string; ca?: string; cert?: string; key?: string };
  headers?: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

export interface HttpAnswer {
  status: number;
  body: string;
}

/** Sends one request; rejects when there is no whole answer. */
export function sendHttp(call: HttpCall): Promise<HttpAnswer> {
  const { method = 'GET', path, dial, tls, headers, body, signal } = call;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stream = dial();
    const socket = tls
      ? tlsConnect({
          socket: stream,
          servername: tls.servername,
          ca: tls.ca,
          cert: tls.cert,
          key: tls.key,
          rejectUnauthorized: tls.ca !== undefined,
        })
      : stream;
    const finish = (work: () => void) => {
      work();
      socket.destroy();
      stream.destroy();
    };
    stream.once('error', error => finish(() => reject(error)));
    const send = tls ? httpsRequest : httpRequest;
    const request = send(
      {
        method,
        path,
        headers: { host: tls?.servername ?? 'localhost', ...headers },
        createConnection: () => socket,
        signal,
      },
      response => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
          if (text.length > MAX_BODY_BYTES) {
            finish(() => reject(new Error(`${path}: the answer is too long`)));
          }
        });
        response.once('error', error => finish(() => reject(error)));
        response.once('end', () =>
          finish(() =>
            resolve({ status: response.statusCode ?? 0, body: text }),
          ),
        );
      },
    );
    request.once('error', error => finish(() => reject(error)));
    request.end(body);
  });
}
