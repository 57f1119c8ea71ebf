import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import vectors from './__fixtures__/identities.json';
import { addressesIn, missingEntries, SecretData } from './identities';
import { IdentityError } from './IdentityError';
import { onionKeysOfSeed } from './onionKeys';

const base64 = (bytes: Uint8Array | string) =>
  Buffer.from(bytes).toString('base64');
const bytes = (text: string) => Buffer.from(text, 'base64');

/** Reproducible bytes instead of random ones. */
function counted(start = 0) {
  let count = start;
  return (size: number) => {
    count += 1;
    return createHash('shake256', { outputLength: size })
      .update(String(count))
      .digest();
  };
}

function thrown(work: () => unknown): IdentityError {
  try {
    work();
  } catch (error) {
    if (error instanceof IdentityError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('keys that tor made', () => {
  it.each(vectors.onions)('belong to $hostname', onion => {
    const data: SecretData = {
      'nodes-0.hs_ed25519_secret_key': onion.secretKey,
      'nodes-0.hs_ed25519_public_key': onion.publicKey,
      'nodes-0.hostname': base64(onion.hostname),
    };
    expect(addressesIn('tor', ['nodes-0'], data)).toEqual({
      'nodes-0': onion.hostname.trim(),
    });
  });
});

describe('keys that i2pd made', () => {
  it.each(vectors.garlics)('belong to $address', ({ file, address }) => {
    const data = { 'nodes-0.dat': file, 'nodes-0.b32': base64(address) };
    expect(addressesIn('i2p', ['nodes-0'], data)).toEqual({
      'nodes-0': address,
    });
  });
});

describe('keys that are made here', () => {
  it.each(['tor', 'i2p'] as const)('for %s are read back', network => {
    const data = missingEntries(network, ['a-0', 'a-1'], {}, randomBytes);
    const addresses = addressesIn(network, ['a-0', 'a-1'], data);
    expect(Object.keys(addresses)).toEqual(['a-0', 'a-1']);
    expect(new Set(Object.values(addresses)).size).toBe(2);
  });

  it.each(['tor', 'i2p'] as const)('for %s stay as they are', network => {
    const first = missingEntries(network, ['a-0'], {}, counted());
    const more = missingEntries(network, ['a-0', 'a-1'], first, counted(9));
    expect(Object.keys(more).every(key => key.startsWith('a-1.'))).toBe(true);
    expect(missingEntries(network, ['a-0'], first, counted(9))).toEqual({});
  });

  it('touch nothing that a person wrote, right or wrong', () => {
    const wrong = { 'a-0.hs_ed25519_secret_key': 'AAAA' };
    expect(missingEntries('tor', ['a-0'], wrong, counted())).toEqual({});
  });
});

describe('a Secret with Tor keys is refused', () => {
  const [onion, other] = vectors.onions;
  const secret = bytes(onion.secretKey);
  const seed = new Uint8Array(32).fill(7);
  const { publicKey } = onionKeysOfSeed(seed);
  const header = secret.subarray(0, 32);
  const rows: [string, SecretData, string, RegExp][] = [
    ['without keys', {}, 'Missing', /hs_ed25519_secret_key is missing/],
    [
      'with swapped files',
      { hs_ed25519_secret_key: onion.publicKey },
      'Swapped',
      /are swapped/,
    ],
    [
      'with the secret key twice',
      {
        hs_ed25519_secret_key: onion.secretKey,
        hs_ed25519_public_key: onion.secretKey,
      },
      'Swapped',
      /hs_ed25519_public_key is not the public key/,
    ],
    ['with a seed', { hs_ed25519_secret_key: base64(seed) }, 'Seed', /a seed/],
    [
      'with seed and public key instead of the expanded key',
      {
        hs_ed25519_secret_key: base64(
          Buffer.concat([header, seed, publicKey.subarray(32)]),
        ),
      },
      'Seed',
      /holds a seed where tor wants the expanded key/,
    ],
    [
      'with a line break behind the key',
      {
        hs_ed25519_secret_key: base64(
          Buffer.concat([secret, Buffer.from('\n')]),
        ),
      },
      'Length',
      /has 97 bytes/,
    ],
    [
      'encoded twice',
      { hs_ed25519_secret_key: base64(onion.secretKey) },
      'Length',
      /in base64 once/,
    ],
    [
      'without the header',
      {
        hs_ed25519_secret_key: base64(
          Buffer.concat([secret.subarray(32), header]),
        ),
      },
      'Format',
      /does not begin as/,
    ],
    [
      'with the public key of another',
      {
        hs_ed25519_secret_key: onion.secretKey,
        hs_ed25519_public_key: other.publicKey,
      },
      'Mismatch',
      /not the public key/,
    ],
    [
      'with the address of another',
      {
        hs_ed25519_secret_key: onion.secretKey,
        hostname: base64(other.hostname),
      },
      'Mismatch',
      new RegExp(`hostname says ${other.hostname.trim()}, but the key`),
    ],
  ];

  it.each(rows)('%s', (_what, entries, code, message) => {
    const data = Object.fromEntries(
      Object.entries(entries).map(([key, value]) => [`nodes-0.${key}`, value]),
    );
    const error = thrown(() => addressesIn('tor', ['nodes-0'], data));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  it('with the same keys for two nodes', () => {
    const error = thrown(() =>
      addressesIn('tor', ['a-0', 'a-1'], {
        'a-0.hs_ed25519_secret_key': onion.secretKey,
        'a-1.hs_ed25519_secret_key': onion.secretKey,
      }),
    );
    expect(error.message).toMatch(/a-0 and a-1 have the same keys/);
  });

  it('whatever stands there, without showing it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), file => {
        const data = { 'a-0.hs_ed25519_secret_key': base64(file) };
        const { message } = thrown(() => addressesIn('tor', ['a-0'], data));
        expect(message.length).toBeLessThan(400);
        expect(file.length > 8 && message.includes(base64(file))).toBe(false);
      }),
    );
  });
});

describe('a Secret with I2P keys is refused', () => {
  const [garlic, other] = vectors.garlics;
  const file = bytes(garlic.file);
  const changed = (at: number) => {
    const copy = Buffer.from(file);
    copy[at] ^= 1;
    return base64(copy);
  };
  const rows: [string, SecretData, string, RegExp][] = [
    ['without keys', {}, 'Missing', /nodes-0.dat is missing/],
    ['cut short', { dat: base64(file.subarray(0, 678)) }, 'Length', /678/],
    [
      'with the destination alone',
      { dat: base64(file.subarray(0, 391)) },
      'Swapped',
      /without its secret keys/,
    ],
    ['of another type', { dat: changed(388) }, 'Format', /signaturetype/],
    ['with a damaged public key', { dat: changed(360) }, 'Mismatch', /damaged/],
    ['with a damaged secret key', { dat: changed(670) }, 'Mismatch', /damaged/],
    [
      'with the address of another',
      { dat: garlic.file, b32: base64(`${other.address}\n`) },
      'Mismatch',
      /nodes-0.b32 says/,
    ],
  ];

  it.each(rows)('%s', (_what, entries, code, message) => {
    const data = Object.fromEntries(
      Object.entries(entries).map(([key, value]) => [`nodes-0.${key}`, value]),
    );
    const error = thrown(() => addressesIn('i2p', ['nodes-0'], data));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });
});
