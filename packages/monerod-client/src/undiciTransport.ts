import { checkOptions } from './options';
import { createTransport, Transport, TransportOptions } from './transport';
import { undiciExchange } from './undiciExchange';

/** monerod takes no more than three from one public address. */
const MAX_CONNECTIONS = 3;

/** Makes a transport over undici; nothing is sent yet. @throws TypeError naming a bad option */
export function createUndiciTransport(options: TransportOptions): Transport {
  const checked = checkOptions(options);
  const exchange = undiciExchange({
    ...checked,
    connections: checked.credentials ? 1 : MAX_CONNECTIONS,
    dispatcher: options.dispatcher,
  });
  return createTransport(checked, exchange);
}
