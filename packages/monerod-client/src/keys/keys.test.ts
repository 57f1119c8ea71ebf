import fc from 'fast-check';
import { integratedAddress, standardAddress, subaddress } from '../addresses';
import { thrownBy } from '../__testUtils__/thrownBy';
import { FIRST, WALLETS } from '../__testUtils__/vectors';
import { scReduce32 } from './curve';
import { KeyError } from './KeyError';
import { subaddressKeys } from './subaddressKeys';
import {
  publicKeyOf,
  viewKeysOf,
  walletKeysOf,
  walletKeysOfSeed,
} from './walletKeys';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const hex = (array: Uint8Array) => Buffer.from(array).toString('hex');

/** The order of the group, little-endian. */
const ORDER = bytes(
  'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010',
);
const KEYS = walletKeysOf(bytes(FIRST.secretSpendKey));

describe('keys, on wallets of the reference', () => {
  it('derives the view key', () => {
    for (const { secretSpendKey, secretViewKey } of WALLETS) {
      const keys = walletKeysOf(bytes(secretSpendKey));
      expect(hex(keys.secretViewKey)).toBe(secretViewKey);
    }
  });

  it('makes the standard address', () => {
    for (const { secretSpendKey, nettype, address } of WALLETS) {
      const keys = walletKeysOf(bytes(secretSpendKey));
      expect(standardAddress(keys, nettype)).toBe(address);
    }
  });

  it('makes subaddresses, with the view key only', () => {
    for (const { secretSpendKey, nettype, subaddresses } of WALLETS) {
      const all = walletKeysOf(bytes(secretSpendKey));
      const keys = viewKeysOf(all.publicSpendKey, all.secretViewKey);
      for (const { major, minor, address } of subaddresses) {
        expect(subaddress(keys, { major, minor }, nettype)).toBe(address);
      }
    }
  });

  it('makes integrated addresses', () => {
    for (const { secretSpendKey, nettype, integrated } of WALLETS) {
      const keys = walletKeysOf(bytes(secretSpendKey));
      for (const { paymentId, address } of integrated) {
        expect(integratedAddress(keys, bytes(paymentId), nettype)).toBe(
          address,
        );
      }
    }
  });
});

describe('keys', () => {
  it.each([
    [
      '32 times 00',
      '00'.repeat(32),
      '41fJjQDhryD11111111111111111111111111111111112N1GuTZeagfRbbKcALdcZev4QXGGuoLh2x36LhaxLSxCc2YDhi',
    ],
    [
      '32 times 01',
      '01'.repeat(32),
      '42Lxp5b63YJ8mVZTzcioVnCk9WQCPAMk4RH7e7ygPTkzEiHB86MJkRbb9c4uyE3bV8fuu7ggU2XUYDFT4SxB7pbNC6PwL6c',
    ],
  ])('makes the address of the seed of %s', (_sentence, seed, address) => {
    const keys = walletKeysOfSeed(bytes(seed));
    expect(standardAddress(keys, 'regtest')).toBe(address);
  });

  it.each([
    ['zero', '00'.repeat(32), '00'.repeat(32)],
    ['the order itself', hex(ORDER), '00'.repeat(32)],
    ['one less', `ec${hex(ORDER).slice(2)}`, `ec${hex(ORDER).slice(2)}`],
    ['one more', `ee${hex(ORDER).slice(2)}`, `01${'00'.repeat(31)}`],
  ])('reduces %s', (_sentence, given, expected) => {
    expect(hex(scReduce32(bytes(given)))).toBe(expected);
  });

  it('keeps copies of what it is given', () => {
    const given = bytes(FIRST.secretSpendKey);
    const keys = walletKeysOf(given);
    given.fill(0);
    expect(hex(keys.secretSpendKey)).toBe(FIRST.secretSpendKey);
  });

  it('gives the own keys at 0, 0, and others at every other index', () => {
    const own = subaddressKeys(KEYS, { major: 0, minor: 0 });
    expect(own).toStrictEqual({
      publicSpendKey: KEYS.publicSpendKey,
      publicViewKey: KEYS.publicViewKey,
    });
    const index = fc.nat(0xffff_ffff);
    const seen = new Set([hex(own.publicSpendKey)]);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(index, index), {
          minLength: 5,
          maxLength: 5,
          selector: String,
        }),
        pairs => {
          for (const [major, minor] of pairs) {
            fc.pre(major > 0 || minor > 0);
            const keys = subaddressKeys(KEYS, { major, minor });
            expect(hex(keys.publicSpendKey)).not.toBe(hex(own.publicSpendKey));
            seen.add(hex(keys.publicSpendKey));
          }
        },
      ),
      { numRuns: 5 },
    );
    expect(seen.size).toBeGreaterThan(20);
  });

  it.each([
    [
      'a short secret key',
      () => walletKeysOf(new Uint8Array(31)),
      { code: 'InvalidLength', field: 'secretSpendKey' },
    ],
    [
      'a secret key as large as the order',
      () => walletKeysOf(ORDER),
      {
        code: 'NotReduced',
        message:
          'secretSpendKey: is not below the order of the group; reduce it with scReduce32 if it is a seed',
      },
    ],
    [
      'the same of any secret key',
      () => publicKeyOf(ORDER),
      { code: 'NotReduced', field: 'secretKey' },
    ],
    [
      'a long seed',
      () => walletKeysOfSeed(new Uint8Array(33)),
      { code: 'InvalidLength', field: 'entropy' },
    ],
    [
      'a public key off the curve',
      () => viewKeysOf(bytes(`02${'00'.repeat(31)}`), KEYS.secretViewKey),
      { code: 'InvalidPoint', field: 'publicSpendKey' },
    ],
    [
      'a negative account',
      () => subaddressKeys(KEYS, { major: -1, minor: 0 }),
      { code: 'InvalidIndex', field: 'major' },
    ],
    [
      'an index beyond 32 bits',
      () => subaddressKeys(KEYS, { major: 0, minor: 2 ** 32 }),
      {
        code: 'InvalidIndex',
        message: 'minor: 4294967296; give a whole number from 0 to 4294967295',
      },
    ],
    [
      'half an index',
      () => subaddressKeys(KEYS, { major: 0.5, minor: 1 }),
      { code: 'InvalidIndex', field: 'major' },
    ],
    [
      'a payment id of 32 bytes',
      () => integratedAddress(KEYS, new Uint8Array(32), 'mainnet'),
      { code: 'InvalidLength', field: 'paymentId' },
    ],
  ])('refuses %s', (_sentence, run, expected) => {
    const error = thrownBy(run);
    expect(error).toBeInstanceOf(KeyError);
    expect(error).toMatchObject(expected);
  });
});
