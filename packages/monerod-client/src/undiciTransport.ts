import { CheckedOptions, checkOptions } from './options';
import { connectorOf } from './proxy/connector';
import { parseFingerprints } from './proxy/fingerprint';
import { parseSocksProxy } from './proxy/socksProxy';
import { createTransport, Transport, TransportOptions } from './transport';
import { undiciExchange } from './undiciExchange';

/** monerod takes no more than three from one public address. */
const MAX_CONNECTIONS = 3;

/** How connections come about; `undefined`: as undici does. @throws TypeError */
function connectOf(
  { proxy, fingerprints = [], dispatcher }: TransportOptions,
  { origin, timeoutMs }: CheckedOptions,
) {
  const pinned = parseFingerprints(fingerprints);
  if (!proxy && pinned.length === 0) {
    return undefined;
  }
  if (dispatcher) {
    throw new TypeError(
      'dispatcher: makes its own connections; leave out proxy and fingerprints',
    );
  }
  if (pinned.length > 0 && !origin.startsWith('https:')) {
    throw new TypeError('fingerprints: want an https url');
  }
  return connectorOf({
    timeoutMs,
    fingerprints: pinned,
    ...(proxy ? { proxy: parseSocksProxy(proxy) } : {}),
  });
}

/** Makes a transport over undici; nothing is sent yet. @throws TypeError naming a bad option */
export function createUndiciTransport(options: TransportOptions): Transport {
  const checked = checkOptions(options);
  const exchange = undiciExchange({
    ...checked,
    connections: checked.credentials ? 1 : MAX_CONNECTIONS,
    dispatcher: options.dispatcher,
    connect: connectOf(options, checked),
  });
  return createTransport(checked, exchange);
}
