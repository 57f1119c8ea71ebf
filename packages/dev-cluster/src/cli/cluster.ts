import { parseArgs } from 'node:util';
import { startDevCluster } from '../cluster/startDevCluster';
import { DevClusterError } from '../errors';
import { ImageError } from '../images';
import { defaultDataDir } from './defaults';
import { progressLines } from './progressLines';

const HELP = `Runs a development cluster until Ctrl-C.

  --data DIR        folder of everything it keeps (default: .data/cluster in the checkout)
  --nodes N         number of Kubernetes nodes, 0 to 9 (default: 3); 0 is a control plane
                    alone, on which no pod ever runs
  --api-port PORT   port of the API server on 127.0.0.1 (default: a free one, kept)
  --no-images       do not import the images of monerod and of the operator
  --help            this text

It needs root on Linux. The first start builds Kubernetes: 5 to 10 minutes.
`;

function wholeNumber(name: string, text: string | undefined) {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) {
    throw new DevClusterError(
      'InvalidOption',
      `--${name}: "${text}" is not a whole number.`,
    );
  }
  return Number(text);
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      options: {
        data: { type: 'string' },
        nodes: { type: 'string' },
        'api-port': { type: 'string' },
        'no-images': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new DevClusterError(
      'InvalidOption',
      `${error instanceof Error ? error.message : error} See --help.`,
    );
  }
}

async function main(): Promise<void> {
  const options = parse(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => stopping.abort());
  }
  const cluster = await startDevCluster({
    dataDir: options.data ?? defaultDataDir(),
    nodes: wholeNumber('nodes', options.nodes),
    apiPort: wholeNumber('api-port', options['api-port']),
    images: !options['no-images'],
    onProgress: progressLines(process.stderr),
    signal: stopping.signal,
  });
  process.stdout.write(
    `\nThe cluster runs at ${cluster.server}; Ctrl-C stops it.\nexport KUBECONFIG=${cluster.kubeconfigPath}\n`,
  );
  const stopped = new Promise<'stopped'>(resolve => {
    const answer = () => resolve('stopped');
    stopping.signal.addEventListener('abort', answer, { once: true });
    if (stopping.signal.aborted) answer();
  });
  const end = await Promise.race([cluster.died, stopped]);
  await cluster.stop();
  if (end !== 'stopped') throw end;
}

main().catch(error => {
  if (error instanceof DevClusterError && error.code === 'Aborted') return;
  const known = error instanceof DevClusterError || error instanceof ImageError;
  process.stderr.write(`\n${known ? error.message : error.stack}\n`);
  process.exitCode = 1;
});
