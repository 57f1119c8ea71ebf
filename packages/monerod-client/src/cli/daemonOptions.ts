import { createDaemonClient, DaemonClient } from '../client';
import type { Credentials } from '../digestAuth';
import type { TransportOptions } from '../transport';
import { CliIo, Options } from './command';
import { OptionValues } from './OptionValues';
import { UsageError } from './UsageError';

const DEFAULT_URL = 'http://127.0.0.1:18081';
const MAX_TIMEOUT_SECONDS = 86_400;

/** Options of every command that takes time. */
export const TIMEOUT_OPTION: Options = {
  timeout: {
    type: 'string',
    value: 'SECONDS',
    help: 'deadline of each call (default: 10)',
  },
};

/** Option of every command that makes connections. */
export const PROXY_OPTION: Options = {
  proxy: {
    type: 'string',
    value: 'HOST:PORT',
    help: 'SOCKS5 proxy, such as Tor at 127.0.0.1:9050; it resolves names',
  },
};

/** Options of every command that calls a daemon. */
export const DAEMON_OPTIONS: Options = {
  url: {
    type: 'string',
    short: 'u',
    value: 'URL',
    help: `RPC of the daemon (default: $MONEROD_URL, else ${DEFAULT_URL})`,
  },
  login: {
    type: 'string',
    value: 'USER:PASSWORD',
    help: 'of --rpc-login; better in $MONEROD_LOGIN, which other users do not see',
  },
  fingerprint: {
    type: 'string',
    multiple: true,
    value: 'SHA256',
    help: 'of the certificate of an https URL; may be given more than once',
  },
  ...PROXY_OPTION,
  ...TIMEOUT_OPTION,
};

/** @throws UsageError */
export function timeoutMsOf(options: OptionValues): number | undefined {
  const seconds = options.number('timeout', {
    min: 0.001,
    max: MAX_TIMEOUT_SECONDS,
  });
  return seconds && Math.ceil(seconds * 1000);
}

/** @throws UsageError */
function credentialsOf(text: string): Credentials {
  const colon = text.indexOf(':');
  if (colon < 1) {
    throw new UsageError('--login: expected USER:PASSWORD');
  }
  return {
    username: text.slice(0, colon),
    password: text.slice(colon + 1),
  };
}

/** Where the daemon is, as the options and the environment say. @throws UsageError */
export function transportOptionsOf(
  options: OptionValues,
  env: CliIo['env'],
): TransportOptions {
  const url = options.text('url') ?? env.MONEROD_URL ?? DEFAULT_URL;
  const login = options.text('login') ?? env.MONEROD_LOGIN;
  const timeoutMs = timeoutMsOf(options);
  const proxy = options.text('proxy');
  const fingerprints = options.texts('fingerprint');
  return {
    url: /^[a-z]+:\/\//i.test(url) ? url : `http://${url}`,
    ...(login ? { credentials: credentialsOf(login) } : {}),
    ...(timeoutMs ? { timeoutMs } : {}),
    ...(proxy ? { proxy } : {}),
    ...(fingerprints.length > 0 ? { fingerprints } : {}),
  };
}

/** Options that make no sense are the user's, not ours. */
export function asUsage<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof TypeError
      ? new UsageError(`--${error.message}`)
      : error;
  }
}

/** Works with a client of the daemon that the options name. @throws UsageError */
export async function withDaemon<T>(
  options: OptionValues,
  env: CliIo['env'],
  work: (client: DaemonClient) => Promise<T>,
): Promise<T> {
  const transport = transportOptionsOf(options, env);
  const client = asUsage(() => createDaemonClient(transport));
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
