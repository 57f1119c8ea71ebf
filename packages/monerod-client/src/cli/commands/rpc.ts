import { AnyEndpoint, Endpoint } from '../../endpoint';
import { restrictedEndpoints, unrestrictedEndpoints } from '../../endpoints';
import { parseJson, writeJson } from '../../json';
import { callEndpoint } from '../../rpc';
import { createUndiciTransport } from '../../undiciTransport';
import { Command, Invocation } from '../command';
import { asUsage, DAEMON_OPTIONS, transportOptionsOf } from '../daemonOptions';
import { Column, table } from '../table';
import { UsageError } from '../UsageError';

type JsonEndpoint = Endpoint<never, unknown>;
type Parameters = Record<string, unknown> | readonly unknown[];

const EVERY: readonly AnyEndpoint<never, unknown>[] = Object.values(
  unrestrictedEndpoints,
);
const RESTRICTED: readonly AnyEndpoint<never, unknown>[] =
  Object.values(restrictedEndpoints);
const ENDPOINTS = EVERY.filter(
  (each): each is JsonEndpoint => each.style !== 'binary',
);

const COLUMNS: readonly Column<JsonEndpoint>[] = [
  { title: 'method', cell: each => each.name },
  {
    title: 'kind',
    cell: each => (each.style === 'path' ? 'path' : 'JSON-RPC'),
  },
  {
    title: 'listener',
    cell: each => (RESTRICTED.includes(each) ? 'any' : 'unrestricted'),
  },
];

/** A value as JSON where it is, else as a text. */
function valueOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

/**
 * Parameters of the words after the method: one JSON object or list, or
 * `NAME=VALUE` each.
 *
 * @throws UsageError
 */
export function parametersOf(words: readonly string[]): Parameters {
  const [first] = words;
  if (words.length === 1 && /^\s*[{[]/.test(first)) {
    try {
      return parseJson(first) as Parameters;
    } catch (error) {
      throw new UsageError(`${first}: is no JSON: ${(error as Error).message}`);
    }
  }
  return Object.fromEntries(
    words.map(word => {
      const equals = word.indexOf('=');
      if (equals < 1) {
        throw new UsageError(
          `${JSON.stringify(word)}: expected NAME=VALUE, or one JSON object`,
        );
      }
      return [word.slice(0, equals), valueOf(word.slice(equals + 1))];
    }),
  );
}

/** How monerod offers a method. @throws UsageError for one that nobody knows */
function styleOf(method: string, { options }: Invocation) {
  const known = ENDPOINTS.find(each => each.name === method);
  if (known) {
    return { style: known.style, bare: known.bare };
  }
  if (method.endsWith('.bin')) {
    throw new UsageError(
      `${JSON.stringify(method)} is binary; only the library calls it`,
    );
  }
  if (options.flag('path')) {
    return { style: 'path' as const };
  }
  if (options.flag('json-rpc')) {
    return { style: 'json-rpc' as const };
  }
  throw new UsageError(
    `${JSON.stringify(
      method,
    )} is not known; see rpc --list, or say --json-rpc or --path to call it all the same`,
  );
}

/** Calls a method, and gives its answer as it came. @throws MonerodError */
async function call(invocation: Invocation): Promise<unknown> {
  const { args, options, io, signal } = invocation;
  const [method, ...words] = args;
  if (method === undefined) {
    throw new UsageError('say which METHOD; see rpc --list');
  }
  const parameters = parametersOf(words);
  const endpoint: Endpoint<void, unknown> = {
    ...styleOf(method, invocation),
    name: method,
    encode: () => parameters,
    decode: wire => wire.plain(),
  };
  const transport = asUsage(() =>
    createUndiciTransport(transportOptionsOf(options, io.env)),
  );
  try {
    const answer = await callEndpoint(endpoint, undefined, {
      transport,
      listener: 'unrestricted',
      signal,
    });
    return endpoint.bare ? (answer as { result: unknown }).result : answer;
  } finally {
    await transport.close();
  }
}

export const rpc: Command = {
  name: 'rpc',
  args: 'METHOD [JSON | NAME=VALUE...]',
  summary: 'calls any method of the daemon, and shows its answer as it came',
  details: `Methods have monerod's own names. A VALUE is JSON where it reads as JSON, else a text. The answer is JSON
either way; integers beyond 2^53 keep all their digits.`,
  options: {
    list: { type: 'boolean', help: 'lists the methods' },
    path: { type: 'boolean', help: 'an unknown METHOD is a path' },
    'json-rpc': { type: 'boolean', help: 'an unknown METHOD is JSON-RPC' },
    ...DAEMON_OPTIONS,
  },
  examples: [
    '--list',
    'get_block height=1',
    'get_transactions \'{"txs_hashes": ["..."], "decode_as_json": true}\'',
    "on_get_block_hash '[1]'",
  ],
  async run(invocation) {
    if (invocation.options.flag('list')) {
      const rows = ENDPOINTS.map(each => ({
        method: each.name,
        style: each.style,
        restricted: RESTRICTED.includes(each),
      }));
      invocation.show(rows, () => table(COLUMNS, ENDPOINTS));
      return;
    }
    const answer = await call(invocation);
    invocation.show(answer, () => `${writeJson(answer, 2)}\n`);
  },
};
