import type { TLSSocket } from 'node:tls';
import { buildConnector } from 'undici';
import { connectThroughSocks } from './connectThroughSocks';
import { checkFingerprint } from './fingerprint';
import type { SocksProxy } from './socksProxy';

/** How connections come about, where it is not the usual way. */
export interface ConnectorOptions {
  proxy?: SocksProxy;
  /** SHA-256 of certificates; when there are any, nothing else is asked of a certificate. */
  fingerprints?: readonly string[];
  /** Deadline of the way through the proxy. */
  timeoutMs: number;
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  'http:': 80,
  'https:': 443,
};

/** Makes connections for undici: through a proxy, to pinned certificates only, or both. */
export function connectorOf({
  proxy,
  fingerprints = [],
  timeoutMs,
}: ConnectorOptions): buildConnector.connector {
  const pinned = fingerprints.length > 0;
  const direct = buildConnector({
    timeout: timeoutMs,
    ...(pinned
      ? {
          rejectUnauthorized: false,
          // A session taken up again shows no certificate.
          maxCachedSessions: 0,
        }
      : {}),
  });

  const checked =
    (callback: buildConnector.Callback): buildConnector.Callback =>
    (...[error, socket]) => {
      if (error || !pinned || !('getPeerCertificate' in socket)) {
        callback(...([error, socket] as Parameters<buildConnector.Callback>));
        return;
      }
      try {
        checkFingerprint(socket as TLSSocket, fingerprints);
        callback(null, socket);
      } catch (reason) {
        socket.destroy();
        callback(reason as Error, null);
      }
    };

  return (options, callback) => {
    if (!proxy) {
      direct(options, checked(callback));
      return;
    }
    const host = options.hostname.replace(/^\[|\]$/g, '');
    const port = Number(options.port) || DEFAULT_PORTS[options.protocol];
    const signal = AbortSignal.timeout(timeoutMs);
    connectThroughSocks(proxy, { host, port }, signal).then(
      socket =>
        options.protocol === 'https:'
          ? direct({ ...options, httpSocket: socket }, checked(callback))
          : callback(null, socket),
      error => callback(error, null),
    );
  };
}
