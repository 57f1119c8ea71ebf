import { failure, fromHex, toHex } from '../storage/__testUtils__/hex';
import { decodeHeader, encodeHeader, LevinError, LevinHeader } from '.';

const HANDSHAKE: LevinHeader = {
  length: 262,
  expectsReply: true,
  command: 1001,
  returnCode: 0,
  flags: 1,
};
/** Of a real handshake. */
const HANDSHAKE_BYTES =
  '0121010101010101 0601000000000000 01 e9030000 00000000 01000000 01000000';

describe('correct, both directions', () => {
  it.each<[string, LevinHeader, string]>([
    ['a request', HANDSHAKE, HANDSHAKE_BYTES],
    [
      'a response that failed',
      { ...HANDSHAKE, expectsReply: false, returnCode: -6, flags: 2 },
      '0121010101010101 0601000000000000 00 e9030000 faffffff 02000000 01000000',
    ],
    [
      'lengths beyond 32 bits, and flags that nobody knows',
      { ...HANDSHAKE, length: 2 ** 40 + 1, flags: 0xffffffff },
      '0121010101010101 0100000000010000 01 e9030000 00000000 ffffffff 01000000',
    ],
  ])('%s', (_what, header, digits) => {
    expect(toHex(encodeHeader(header))).toBe(toHex(fromHex(digits)));
    expect(decodeHeader(fromHex(digits))).toEqual(header);
  });
});

it.each<[string, Partial<LevinHeader>, string]>([
  ['a negative length', { length: -1 }, 'length: -1 is not from 0 to'],
  ['half a byte', { length: 0.5 }, 'length: 0.5 is not'],
  ['a command', { command: 2 ** 32 }, 'command: 4294967296 is not from 0 to'],
  ['a return code', { returnCode: 2 ** 31 }, 'returnCode: 2147483648 is not'],
  ['flags', { flags: -1 }, 'flags: -1 is not from 0 to 4294967295'],
])('refuses to write %s that does not fit', (_what, part, message) => {
  const error = failure<RangeError>(() =>
    encodeHeader({ ...HANDSHAKE, ...part }),
  );
  expect(error).toBeInstanceOf(RangeError);
  expect(error.message).toContain(message);
});

it.each<[string, string, string, string]>([
  ['no bytes', '', 'Truncated', '33 bytes, 0 are there'],
  ['half a header', '0121010101010101 06', 'Truncated', '9 are there'],
  [
    'another protocol',
    Buffer.from('HTTP/1.1 400 Bad Request').toString('hex'),
    'BadSignature',
    'it begins with 485454502f312e31',
  ],
  ['another first byte', '02', 'BadSignature', 'it begins with 02'],
  [
    'another version',
    HANDSHAKE_BYTES.replace(/01000000$/, '02000000'),
    'BadHeader',
    'version 2, not 1',
  ],
  [
    'an answer that is half expected',
    HANDSHAKE_BYTES.replace(' 01 e9', ' 02 e9'),
    'BadHeader',
    'expect-reply 2',
  ],
])('refuses to read %s', (_what, digits, code, message) => {
  const error = failure<LevinError>(() => decodeHeader(fromHex(digits)));
  expect(error).toBeInstanceOf(LevinError);
  expect(error.code).toBe(code);
  expect(error.message).toContain(message);
});
