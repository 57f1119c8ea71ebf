import fc from 'fast-check';
import { thrownBy } from '../__testUtils__/thrownBy';
import { FIRST, WALLETS } from '../__testUtils__/vectors';
import { AddressError } from './AddressError';
import { ALPHABET, decodeBase58, encodeBase58 } from './base58';
import { checksumOf } from './checksum';
import { decodeAddress } from './decodeAddress';
import { encodeAddress } from './encodeAddress';
import { parseAddress } from './parseAddress';

const STANDARD = FIRST.address;
const INTEGRATED = FIRST.integrated[0].address;
const SUBADDRESS = FIRST.subaddresses[1].address;

function replaceAt(text: string, position: number, replacement: string) {
  return text.slice(0, position) + replacement + text.slice(position + 1);
}

function accepts(text: string): boolean {
  try {
    decodeAddress(text);
    return true;
  } catch {
    return false;
  }
}

/** The address with other bytes and a good checksum. */
function forge(text: string, change: (bytes: Uint8Array) => void): string {
  const bytes = decodeBase58(text);
  change(bytes);
  bytes.set(checksumOf(bytes.subarray(0, -4)), bytes.length - 4);
  return encodeBase58(bytes);
}

describe('parseAddress, on wallets of the reference', () => {
  const addresses = WALLETS.flatMap(
    ({ nettype, address, subaddresses, integrated }) => [
      { nettype, kind: 'standard', address },
      ...subaddresses.map(({ major, minor, address: text }) => ({
        nettype,
        kind: major === 0 && minor === 0 ? 'standard' : 'subaddress',
        address: text,
      })),
      ...integrated.map(({ address: text }) => ({
        nettype,
        kind: 'integrated',
        address: text,
      })),
    ],
  );

  it('has vectors of every network and kind', () => {
    const seen = new Set(
      addresses.map(({ nettype, kind }) => `${nettype} ${kind}`),
    );
    expect(seen.size).toBe(9);
  });

  it('tells network and kind of each, and writes it again', () => {
    for (const { nettype, kind, address } of addresses) {
      const parsed = parseAddress(address);
      expect(parsed).toMatchObject({ nettype, kind });
      expect(encodeAddress(parsed)).toBe(address);
    }
  });

  it('reads payment ids, and the keys of the standard address with them', () => {
    for (const { address, integrated } of WALLETS) {
      const { publicSpendKey, publicViewKey } = parseAddress(address);
      for (const { paymentId, address: text } of integrated) {
        expect(parseAddress(text)).toMatchObject({
          publicSpendKey,
          publicViewKey,
          paymentId: Uint8Array.from(Buffer.from(paymentId, 'hex')),
        });
      }
    }
  });
});

describe('parseAddress', () => {
  it.each([
    ['nothing', '', { code: 'InvalidLength' }],
    [
      'a character less',
      STANDARD.slice(1),
      {
        code: 'InvalidLength',
        message: '94 characters; an address has 95, an integrated one 106',
      },
    ],
    [
      'an address of another coin',
      '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
      { code: 'InvalidLength' },
    ],
    ['a book', 'x'.repeat(1_000_000), { code: 'InvalidLength' }],
    [
      'a line break at the end',
      `${STANDARD}\n`,
      {
        code: 'InvalidCharacter',
        position: 95,
        message: 'Character 96 is white space; remove it',
      },
    ],
    [
      'a line break in the middle',
      `${STANDARD.slice(0, 40)}\n${STANDARD.slice(40)}`,
      { code: 'InvalidCharacter', position: 40 },
    ],
    [
      'a character that addresses never contain, and what it should be',
      replaceAt(STANDARD, 20, '0'),
      {
        code: 'InvalidCharacter',
        position: 20,
        typo: { position: 20, found: '0', expected: STANDARD[20] },
        message: `Character 21 is "0", which addresses never contain; character 21 should probably be "${STANDARD[20]}" rather than "0"`,
      },
    ],
    [
      'two wrong characters, without a guess',
      replaceAt(replaceAt(STANDARD, 20, '0'), 60, 'O'),
      {
        code: 'InvalidCharacter',
        position: 20,
        typo: undefined,
        message:
          'Character 21 is "0", which addresses never contain; compare it with where it came from, or copy it again',
      },
    ],
    [
      'a block that encodes no bytes',
      `${STANDARD.slice(0, 11)}zzzzzzzzzzz${STANDARD.slice(22)}`,
      { code: 'InvalidBlock', position: 11, typo: undefined },
    ],
    [
      'two mistyped characters',
      replaceAt(
        replaceAt(STANDARD, 21, STANDARD[21] === 'a' ? 'b' : 'a'),
        64,
        STANDARD[64] === 'a' ? 'b' : 'a',
      ),
      { code: 'Checksum', typo: undefined },
    ],
    [
      'a prefix of no network',
      forge(STANDARD, bytes => {
        bytes[0] = 17;
      }),
      { code: 'UnknownPrefix' },
    ],
    [
      'a standard address as long as an integrated one',
      forge(INTEGRATED, bytes => {
        bytes[0] = 18;
      }),
      { code: 'LengthOfOtherKind' },
    ],
    [
      'an integrated address without payment id',
      forge(STANDARD, bytes => {
        bytes[0] = 19;
      }),
      { code: 'LengthOfOtherKind' },
    ],
    [
      'a spend key off the curve',
      forge(STANDARD, bytes => {
        bytes.fill(0, 1, 33).set([2], 1);
      }),
      { code: 'InvalidKey', key: 'publicSpendKey' },
    ],
    [
      'a view key that is not canonical',
      forge(STANDARD, bytes => {
        bytes.fill(0xff, 33, 65);
      }),
      { code: 'InvalidKey', key: 'publicViewKey' },
    ],
  ])('refuses %s', (_sentence, text, expected) => {
    const error = thrownBy(() => parseAddress(text));
    expect(error).toBeInstanceOf(AddressError);
    expect(error).toMatchObject(expected);
  });

  it('refuses the address of another network where one is wanted', () => {
    const stagenet = WALLETS.find(({ nettype }) => nettype === 'stagenet');
    const text = stagenet?.address as string;
    expect(parseAddress(text, { nettype: 'stagenet' }).nettype).toBe(
      'stagenet',
    );
    expect(
      thrownBy(() => parseAddress(text, { nettype: 'regtest' })),
    ).toMatchObject({
      code: 'WrongNetwork',
      message:
        'This is an address of stagenet; give one of regtest, which uses those of mainnet',
    });
    expect(parseAddress(STANDARD, { nettype: 'regtest' }).nettype).toBe(
      'mainnet',
    );
  });

  it.each([
    ['standard', STANDARD],
    ['integrated', INTEGRATED],
    ['sub', SUBADDRESS],
  ])('refuses every change of one character: %s address', (_kind, text) => {
    const accepted: string[] = [];
    // Without looking for the typo each time: that is the next test's.
    for (let position = 0; position < text.length; position++) {
      for (const character of ALPHABET) {
        if (character !== text[position]) {
          const wrong = replaceAt(text, position, character);
          accepted.push(...(accepts(wrong) ? [wrong] : []));
        }
      }
    }
    expect(accepted).toStrictEqual([]);
  });

  it('finds the one character that is mistyped', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(STANDARD, INTEGRATED, SUBADDRESS),
        fc.nat(STANDARD.length - 1),
        fc.constantFrom(...ALPHABET, '0', 'O', 'I', 'l', ' ', 'é'),
        (text, position, found) => {
          fc.pre(text[position] !== found);
          const wrong = replaceAt(text, position, found);
          expect(thrownBy(() => parseAddress(wrong))).toMatchObject({
            typo: { position, found, expected: text[position] },
          });
        },
      ),
      { numRuns: 8 },
    );
  });

  it('throws nothing but AddressError, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 120 }),
          fc.string({ unit: 'binary', minLength: 95, maxLength: 95 }),
        ),
        text => {
          expect(thrownBy(() => parseAddress(text))).toBeInstanceOf(
            AddressError,
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});
