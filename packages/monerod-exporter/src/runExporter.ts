import { once } from 'node:events';
import { createDaemonClient, DaemonClient } from 'monerod-client';
import { ExporterSettings, HELP, parseExporterArgs, UsageError } from './args';
import { createExporter } from './exporter';
import { listen, shutDown } from './lifecycle';
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

function connect(
  { daemonUrl }: ExporterSettings,
  { env }: RunDeps,
): DaemonClient {
  try {
    return createDaemonClient({
      url: daemonUrl,
      credentials: parseRpcLogin(env.RPC_LOGIN),
    });
  } catch (error) {
    throw error instanceof TypeError
      ? new UsageError(`--daemon-${error.message}`)
      : error;
  }
}

/**
 * Runs the exporter until the signal fires.
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
  const client = connect(settings, deps);
  const server = createExporter({
    client,
    timeoutMs: settings.timeoutMs,
    signal: deps.signal,
    print: deps.print,
  });
  const url = await listen(server, settings.listen);
  deps.print(`serving ${settings.daemonUrl} on ${url}`);
  deps.onListening?.(url);
  if (!deps.signal.aborted) {
    await once(deps.signal, 'abort');
  }
  await shutDown(server);
  await client.close();
}
