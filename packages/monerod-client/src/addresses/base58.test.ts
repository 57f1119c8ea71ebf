import fc from 'fast-check';
import { thrownBy } from '../__testUtils__/thrownBy';
import { decodeBase58, encodeBase58 } from './base58';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

describe('base58', () => {
  it.each([
    ['nothing', '', ''],
    ['one byte', '00', '11'],
    ['the largest byte', 'ff', '5Q'],
    ['leading zeros', '0000000000000000', '11111111111'],
    ['the largest block', 'ffffffffffffffff', 'jpXCZedGfVQ'],
    ['a block and a byte', 'ffffffffffffffff01', 'jpXCZedGfVQ12'],
  ])('encodes and decodes %s', (_sentence, bytes, text) => {
    expect(encodeBase58(hex(bytes))).toBe(text);
    expect(decodeBase58(text)).toStrictEqual(hex(bytes));
  });

  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), bytes => {
        expect(decodeBase58(encodeBase58(bytes))).toStrictEqual(bytes);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['a length that no bytes have', '1', { code: 'InvalidLength' }],
    ['a length of 8', '11111111', { code: 'InvalidLength' }],
    ['0', '101', { code: 'InvalidCharacter', position: 1 }],
    [
      'a letter of another script',
      '1111111111111а11',
      { code: 'InvalidCharacter', position: 13 },
    ],
    [
      'a character outside the plane',
      '11😀111',
      { code: 'InvalidCharacter', position: 2 },
    ],
    ['more than a byte', '5R', { code: 'InvalidBlock', position: 0 }],
    [
      'more than eight bytes',
      '11111111111jpXCZedGfVR',
      { code: 'InvalidBlock', position: 11 },
    ],
  ])('refuses %s', (_sentence, text, expected) => {
    expect(thrownBy(() => decodeBase58(text))).toMatchObject(expected);
  });
});
