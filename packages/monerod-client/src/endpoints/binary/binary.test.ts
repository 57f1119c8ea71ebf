import fc from 'fast-check';
import { AnyEndpoint, BinaryEndpoint } from '../../endpoint';
import { MonerodError } from '../../errors';
import { object, storageCodec, text, u64, untypedCodec } from '../../storage';
import { unrestrictedEndpoints } from '../index';
import { decodeVarints } from './varints';

const isBinary = (
  each: AnyEndpoint<never, unknown>,
): each is BinaryEndpoint<never, unknown> => each.style === 'binary';

const BINARY = Object.values<AnyEndpoint<never, unknown>>(
  unrestrictedEndpoints,
).filter(isBinary);

const bodyOf = (status: string) =>
  storageCodec(object({ status: text() })).encode({ status });

function thrownBy(work: () => unknown): MonerodError {
  try {
    work();
  } catch (error) {
    return error as MonerodError;
  }
  throw new Error('nothing was thrown');
}

describe.each(BINARY.map(each => [each.name, each] as const))(
  '%s',
  (name, endpoint) => {
    it.each([
      ['BUSY', 'Busy', 'the daemon is still synchronizing'],
      ['Failed', 'RpcError', 'Failed'],
    ])('takes the status %s for what it is', (status, code, words) => {
      expect(thrownBy(() => endpoint.decode(bodyOf(status)))).toMatchObject({
        code,
        status,
        message: `${name}: ${words}`,
      });
    });

    it.each<[string, Uint8Array]>([
      ['nothing', new Uint8Array()],
      ['HTML', Buffer.from('<html></html>')],
      ['no status', storageCodec(object({ a: u64() })).encode({ a: 1n })],
    ])('refuses %s', (_what, body) => {
      const error = thrownBy(() => endpoint.decode(body));
      expect(error).toMatchObject({ code: 'InvalidResponse' });
      expect(error.message).toContain(name);
    });
  },
);

it('asks for blocks with what was said and nothing else', () => {
  const { encode } = unrestrictedEndpoints.getBlocks;
  const plain = (params: Parameters<typeof encode>[0]) =>
    [...untypedCodec().decode(encode(params)).keys()].sort();
  expect(plain({ first: 3 })).toEqual(['block_ids', 'prune', 'start_height']);
  expect(plain({ first: 3, want: 'pool', maxBlocks: 2 })).toEqual([
    'block_ids',
    'max_block_count',
    'prune',
    'requested_info',
    'start_height',
  ]);
});

it('names the parameter that does not fit', () => {
  const { encode } = unrestrictedEndpoints.getOutputIndices;
  expect(() => encode({ hash: 'abc' })).toThrow(
    'txid: expected 64 hexadecimal digits in lower case, got "abc"',
  );
});

describe('decodeVarints', () => {
  const encode = (value: number): number[] =>
    value < 128
      ? [value]
      : [128 + (value % 128), ...encode(Math.floor(value / 128))];

  it('reads back what is written so', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), values => {
        const bytes = Uint8Array.from(values.flatMap(encode));
        expect(decodeVarints(bytes)).toEqual(values);
      }),
    );
  });

  it.each([
    ['cut off', [0x81], 'the last integer is cut off'],
    ['too large', Array(9).fill(0xff), 'an integer beyond 2^53 - 1'],
    ['without an end', Array(7).fill(0x80), 'the last integer is cut off'],
  ])('refuses what is %s', (_what, bytes, words) => {
    expect(() => decodeVarints(Uint8Array.from(bytes))).toThrow(words);
  });
});
