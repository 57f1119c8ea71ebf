import { once } from 'node:events';
import { Server } from 'node:http';
import { createLightDaemonClient } from 'monerod-client';
import { ExporterSettings, HELP, parseExporterArgs, UsageError } from './args';
import { awaitName } from './awaitName';
import { createExporter } from './exporter';
import { listen, shutDown } from './lifecycle';
import { createMinerExporter } from './miner/minerExporter';
import { createXmrigClient } from './miner/xmrigClient';
import { keepJoined } from './rejoin';
import { parseRpcLogin } from './rpcLogin';

/** What the command takes from its surroundings. */
export interface RunDeps {
  env: Readonly<Record<string, string | undefined>>;
  /** Stops the exporter; the command then ends by itself. */
  signal: AbortSignal;
  /** Writes one line for people. */
  print(line: string): void;
  /** Told once the exporter listens, with its address. */
  onListening?(url: string): void;
}

/** A scrape's calls all at once and a probe beside; monerod takes 25 from its own host. */
const MAX_CONNECTIONS = 16;

/** Two thousand connections are 2 MB; with a dozen calls at once this bounds memory too. */
const MAX_RESPONSE_BYTES = 4 * 1024 * 1024;

/** The server, and what ends its connections. */
interface Exporter {
  server: Server;
  watched: string;
  close(): Promise<void>;
}

function daemonExporter(
  { daemonUrl, timeoutMs, rejoin, anonymity }: ExporterSettings,
  { env, signal, print }: RunDeps,
): Exporter {
  const client = withUsage('--daemon-', () =>
    createLightDaemonClient({
      url: daemonUrl,
      credentials: parseRpcLogin(env.RPC_LOGIN),
      connections: MAX_CONNECTIONS,
      maxResponseBytes: MAX_RESPONSE_BYTES,
    }),
  );
  const server = createExporter({
    client,
    timeoutMs,
    signal,
    anonymity,
    print,
  });
  const joined = rejoin
    ? keepJoined({ client, timeoutMs, signal, print })
    : Promise.resolve();
  const close = async () => {
    await joined;
    await client.close();
  };
  return { server, watched: daemonUrl, close };
}

function minerExporter(
  url: string,
  { timeoutMs }: ExporterSettings,
  { env, signal, print }: RunDeps,
): Exporter {
  const client = withUsage('--miner-', () =>
    createXmrigClient({ url, accessToken: env.XMRIG_ACCESS_TOKEN, signal }),
  );
  const server = createMinerExporter({ client, timeoutMs, print });
  return { server, watched: url, close: async () => {} };
}

/** Clients throw a TypeError for a URL that is none: the flag's fault. */
function withUsage<T>(flag: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof TypeError
      ? new UsageError(`${flag}${error.message}`)
      : error;
  }
}

/**
 * Runs the exporter until the signal fires; with `--await-name` it only waits.
 *
 * @throws UsageError for a command line or environment that makes no sense;
 * the system's error when the address cannot be listened on.
 */
export async function runExporter(
  argv: readonly string[],
  deps: RunDeps,
): Promise<void> {
  const settings = parseExporterArgs(argv);
  if (settings === 'help') {
    deps.print(HELP);
    return;
  }
  if (settings.awaitName !== undefined) {
    await awaitName(settings.awaitName, deps);
    return;
  }
  const { server, watched, close } =
    settings.minerUrl === undefined
      ? daemonExporter(settings, deps)
      : minerExporter(settings.minerUrl, settings, deps);
  const url = await listen(server, settings.listen);
  deps.print(`serving ${watched} on ${url}`);
  deps.onListening?.(url);
  if (!deps.signal.aborted) {
    await once(deps.signal, 'abort');
  }
  await shutDown(server);
  await close();
}
