import { writeJson } from '../../json';
import { Gap, Notification, subscribe, Topic, TOPICS } from '../../zmq';
import { Command } from '../command';
import {
  asUsage,
  PROXY_OPTION,
  TIMEOUT_OPTION,
  timeoutMsOf,
} from '../daemonOptions';
import { printable } from '../table';
import { bytes, grouped } from '../units';
import { UsageError } from '../UsageError';

const DEFAULT_URL = 'tcp://127.0.0.1:18083';
const DEFAULT_TOPICS: readonly Topic[] = [
  'json-minimal-chain_main',
  'json-minimal-txpool_add',
];

const ATOMIC_UNITS = 10 ** 12;

const fee = (atomicUnits: bigint): string =>
  `${(Number(atomicUnits) / ATOMIC_UNITS).toFixed(8)} XMR`;

function gapText(gap: Gap): string {
  return gap.reason === 'slow'
    ? `gap    ${gap.dropped} messages dropped: they came faster than they were read`
    : `gap    connected again; messages may be missing (${gap.error.message})`;
}

/** Lines of each topic, as people read them. */
const LINES: {
  readonly [T in Topic]: (told: Notification<T>) => string[];
} = {
  'json-minimal-chain_main': ({ first, hashes }) =>
    hashes.map((hash, index) => `block  ${grouped(first + index)}  ${hash}`),
  'json-full-chain_main': ({ blocks }) =>
    blocks.map(
      each =>
        `block  ${grouped(each.index)}  after ${each.previousHash}, ${
          each.transactionHashes.length
        } transactions`,
    ),
  'json-minimal-txpool_add': ({ transactions }) =>
    transactions.map(
      each =>
        `pool   ${each.hash}  ${bytes(each.sizeBytes)}, fee ${fee(
          each.feeAtomicUnits,
        )}`,
    ),
  'json-full-txpool_add': ({ transactions }) =>
    transactions.map(
      each => `pool   ${each.inputs} inputs, ${each.outputs} outputs`,
    ),
  'json-full-miner_data': told => [
    `miner  block ${grouped(told.index)}, difficulty ${grouped(
      told.difficulty,
    )}, ${told.transactions.length} transactions wait`,
  ],
};

/** What came, a line each, with the time of day. */
export function watchText(told: Notification | Gap, nowMs: number): string {
  const time = new Date(nowMs).toISOString().slice(11, 19);
  const lines =
    told.topic === 'gap'
      ? [gapText(told)]
      : LINES[told.topic](told as Notification<never>);
  return lines.map(line => `${time}  ${printable(line)}\n`).join('');
}

/** @throws UsageError */
function topicsOf(words: readonly string[]): readonly Topic[] {
  const unknown = words.find(word => !TOPICS.includes(word as Topic));
  if (unknown !== undefined) {
    throw new UsageError(
      `--topic: ${JSON.stringify(unknown)} is none of ${TOPICS.join(', ')}`,
    );
  }
  return words.length > 0 ? (words as Topic[]) : DEFAULT_TOPICS;
}

export const watch: Command = {
  name: 'watch',
  summary: 'shows blocks and transactions as they come, by ZMQ',
  details: `The daemon publishes them when it is started with --zmq-pub. Ends by Ctrl-C. With --json: one document a line.
Topics: ${TOPICS.join(', ')}.`,
  options: {
    zmq: {
      type: 'string',
      value: 'URL',
      help: `of --zmq-pub (default: $MONEROD_ZMQ, else ${DEFAULT_URL})`,
    },
    topic: {
      type: 'string',
      multiple: true,
      value: 'TOPIC',
      help: 'may be given more than once (default: new blocks and pool)',
    },
    count: {
      type: 'string',
      value: 'N',
      help: 'ends after so many messages (default: never)',
    },
    ...PROXY_OPTION,
    ...TIMEOUT_OPTION,
  },
  examples: [
    '',
    '--zmq tcp://node.example:18083 --json',
    '--topic json-full-miner_data --count 1',
  ],
  async run({ options, io, signal }) {
    const count = options.integer('count', { min: 1, max: 2 ** 31 });
    const topics = topicsOf(options.texts('topic'));
    const timeoutMs = timeoutMsOf(options);
    const proxy = options.text('proxy');
    const news = asUsage(() =>
      subscribe({
        url: options.text('zmq') ?? io.env.MONEROD_ZMQ ?? DEFAULT_URL,
        topics,
        signal,
        ...(timeoutMs ? { timeoutMs } : {}),
        ...(proxy ? { proxy } : {}),
      }),
    );
    let seen = 0;
    for await (const told of news) {
      io.stdout.write(
        options.flag('json')
          ? `${writeJson(told)}\n`
          : watchText(told, Date.now()),
      );
      seen += told.topic === 'gap' ? 0 : 1;
      if (seen === count) {
        break;
      }
    }
  },
};
