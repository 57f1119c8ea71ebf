import { MonerodError } from '../../errors';
import { watchText } from './watch';

const HASH = 'ab'.repeat(32);
const AT = Date.UTC(2026, 0, 1, 12, 34, 56);

it.each([
  [
    'blocks',
    {
      topic: 'json-minimal-chain_main' as const,
      first: 3_500_000,
      previousHash: HASH,
      hashes: [HASH, HASH],
    },
    `12:34:56  block  3,500,000  ${HASH}\n12:34:56  block  3,500,001  ${HASH}\n`,
  ],
  [
    'what comes into the pool',
    {
      topic: 'json-minimal-txpool_add' as const,
      transactions: [
        {
          hash: HASH,
          sizeBytes: 2048,
          weightBytes: 2048,
          feeAtomicUnits: 30_700_000n,
        },
      ],
    },
    `12:34:56  pool   ${HASH}  2.0 KiB, fee 0.00003070 XMR\n`,
  ],
  [
    'what was dropped',
    { topic: 'gap' as const, reason: 'slow' as const, dropped: 3 },
    '12:34:56  gap    3 messages dropped: they came faster than they were read\n',
  ],
  [
    'that the connection broke',
    {
      topic: 'gap' as const,
      reason: 'reconnected' as const,
      error: new MonerodError('Unreachable', 'why'),
    },
    '12:34:56  gap    connected again; messages may be missing (why)\n',
  ],
])('says %s in words', (_what, told, text) => {
  expect(watchText(told, AT)).toBe(text);
});
