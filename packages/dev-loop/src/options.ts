import path from 'node:path';
import { parseArgs } from 'node:util';
import { LoopError } from './LoopError';

/** What `npm start` takes. */
export interface LoopOptions {
  /** Folder of everything that the loop keeps. */
  dataDir: string;
  /** Begin anew: `dataDir` is emptied first. */
  reset: boolean;
  /** TCP port of the page. */
  port: number;
  /** TCP port of the backend. */
  backendPort: number;
  /** Simulated Kubernetes nodes. */
  nodes: number;
}

export const USAGE = `npm start -- [options]

  --data DIR           where everything is kept (default .data)
  --reset              begin anew: forget clusters, chains, proposals and the GitOps repository in DIR
  --port PORT          of the portal's page (default 3000)
  --backend-port PORT  of the portal's backend (default 7007)
  --nodes N            Kubernetes nodes of the development cluster (default 3)
  --help               this text
`;

const LARGEST_PORT = 65_535;
const MOST_NODES = 9;

function integer(
  name: string,
  text: string,
  lowest: number,
  highest: number,
): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < lowest || value > highest) {
    throw new LoopError(
      `--${name} ${text}: give a whole number from ${lowest} to ${highest}`,
    );
  }
  return value;
}

/**
 * Reads the command line.
 *
 * @param argv - without node and script
 * @param root - the checkout, against which the default folder is resolved
 * @returns `'help'` when asked for
 * @throws LoopError that names the flag and the value
 */
export function parseLoopOptions(
  argv: string[],
  root: string,
): LoopOptions | 'help' {
  let values;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        data: { type: 'string', default: path.join(root, '.data') },
        reset: { type: 'boolean', default: false },
        port: { type: 'string', default: '3000' },
        'backend-port': { type: 'string', default: '7007' },
        nodes: { type: 'string', default: '3' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new LoopError(`${(error as Error).message}\n\n${USAGE}`);
  }
  if (values.help) return 'help';
  return {
    dataDir: path.resolve(values.data),
    reset: values.reset,
    port: integer('port', values.port, 1, LARGEST_PORT),
    backendPort: integer(
      'backend-port',
      values['backend-port'],
      1,
      LARGEST_PORT,
    ),
    nodes: integer('nodes', values.nodes, 1, MOST_NODES),
  };
}
