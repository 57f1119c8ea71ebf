import { createHash } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { base32 } from './base32';
import { IdentityError } from './IdentityError';

/**
 * The keys of a version 3 onion service in the files that tor keeps them in
 * (rend-spec-v3, and crypto_format.c of tor).
 */
export interface OnionKeys {
  /** hs_ed25519_secret_key: 96 bytes, the *expanded* secret, not the seed. */
  readonly secretKey: Uint8Array;
  /** hs_ed25519_public_key: 64 bytes. */
  readonly publicKey: Uint8Array;
  /** Host name with .onion. */
  readonly address: string;
}

const HEADER_BYTES = 32;
const SECRET_HEADER = header('== ed25519v1-secret: type0 ==');
const PUBLIC_HEADER = header('== ed25519v1-public: type0 ==');
const SECRET_BYTES = HEADER_BYTES + 64;
const VERSION = Uint8Array.of(3);

/** @param seed - 32 random bytes */
export function onionKeysOfSeed(seed: Uint8Array): OnionKeys {
  const { head, prefix } = ed25519.utils.getExtendedPublicKey(seed);
  return onionKeysOf(Buffer.concat([SECRET_HEADER, head, prefix]));
}

/**
 * Reads the file hs_ed25519_secret_key and derives the rest from it.
 * @param name - of the entry, for the message
 * @throws IdentityError saying what the file is instead
 */
export function parseOnionSecretKey(name: string, file: Uint8Array): OnionKeys {
  if (startsWith(file, PUBLIC_HEADER)) {
    throw new IdentityError(
      'Swapped',
      `${name} is a public key: the entries hs_ed25519_secret_key and hs_ed25519_public_key are swapped.`,
    );
  }
  if (file.length !== SECRET_BYTES) {
    throw new IdentityError(
      file.length === 32 || file.length === 64 ? 'Seed' : 'Length',
      `${name} has ${
        file.length
      } bytes, where the file hs_ed25519_secret_key of tor has ${SECRET_BYTES}: ${wrongLength(
        file.length,
      )}`,
    );
  }
  if (!startsWith(file, SECRET_HEADER)) {
    throw new IdentityError(
      'Format',
      `${name} does not begin as the file hs_ed25519_secret_key of tor does: take the file as it is, in base64 once.`,
    );
  }
  const scalar = file.subarray(HEADER_BYTES, HEADER_BYTES + 32);
  if (!isClamped(scalar) || isSeedWithPublicKey(file)) {
    throw new IdentityError(
      'Seed',
      `${name} holds a seed where tor wants the expanded key, and tor would stop: expand it (SHA-512 of the seed, with the bits of RFC 8032 set), or let tor write the file.`,
    );
  }
  return onionKeysOf(file);
}

/**
 * Whether the other files, where given, belong to the secret key.
 * @throws IdentityError naming the entry that does not
 */
export function checkOnionFiles(
  keys: OnionKeys,
  publicKey: { name: string; file: Uint8Array } | undefined,
  hostname: { name: string; file: Uint8Array } | undefined,
): void {
  if (publicKey && !equal(publicKey.file, keys.publicKey)) {
    throw new IdentityError(
      startsWith(publicKey.file, SECRET_HEADER) ? 'Swapped' : 'Mismatch',
      `${publicKey.name} is not the public key of the secret key beside it: leave it out, or take both from the same folder of tor.`,
    );
  }
  if (!hostname) return;
  const written = Buffer.from(hostname.file).toString('utf8').trim();
  if (written !== keys.address) {
    throw new IdentityError(
      'Mismatch',
      `${hostname.name} says ${written.slice(
        0,
        80,
      )}, but the key beside it belongs to ${
        keys.address
      }: leave it out, or take both from the same folder of tor.`,
    );
  }
}

function onionKeysOf(secretKey: Uint8Array): OnionKeys {
  const scalar = bytesToScalar(
    secretKey.subarray(HEADER_BYTES, HEADER_BYTES + 32),
  );
  const point = ed25519.Point.BASE.multiply(
    scalar % ed25519.Point.Fn.ORDER,
  ).toBytes();
  return {
    secretKey,
    publicKey: Buffer.concat([PUBLIC_HEADER, point]),
    address: onionAddress(point),
  };
}

/** The address of a public key, as section 6 of rend-spec-v3 makes it. */
function onionAddress(point: Uint8Array): string {
  const checksum = createHash('sha3-256')
    .update('.onion checksum')
    .update(point)
    .update(VERSION)
    .digest()
    .subarray(0, 2);
  return `${base32(Buffer.concat([point, checksum, VERSION]))}.onion`;
}

function wrongLength(length: number): string {
  if (length === 32) {
    return 'this is a seed or a bare key. Let tor write the file, or expand the seed.';
  }
  if (length === 64) {
    return 'this is a public key, a seed with its public key, or a key without the header that tor writes.';
  }
  return 'take the file as it is, in base64 once, without a line break behind it.';
}

/** As RFC 8032 sets the bits of every secret scalar; of seeds one in 32 is so by chance. */
function isClamped(scalar: Uint8Array): boolean {
  return (scalar[0] & 7) === 0 && (scalar[31] & 0xc0) === 0x40;
}

/** The 64 bytes that most libraries call a secret key. */
function isSeedWithPublicKey(file: Uint8Array): boolean {
  const seed = file.subarray(HEADER_BYTES, HEADER_BYTES + 32);
  return equal(
    file.subarray(HEADER_BYTES + 32),
    ed25519.getPublicKey(Uint8Array.from(seed)),
  );
}

function bytesToScalar(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
}

function header(text: string): Uint8Array {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write(text, 'latin1');
  return bytes;
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return equal(bytes.subarray(0, prefix.length), prefix);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
