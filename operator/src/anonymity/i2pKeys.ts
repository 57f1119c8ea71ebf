import { createDiffieHellmanGroup, createHash } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { base32 } from './base32';
import { IdentityError } from './IdentityError';

/** The keys of an I2P destination in the one file that i2pd keeps them in. */
export interface I2pKeys {
  /** 679 bytes: identity, secret key for encryption, seed for signing. */
  readonly file: Uint8Array;
  /** Host name with .b32.i2p. */
  readonly address: string;
}

/** What destinations are made of. */
export interface I2pSecrets {
  /** 32 random bytes: seed of the key that signs. */
  readonly signingSeed: Uint8Array;
  /** Secret ElGamal key, up to 256 bytes. */
  readonly encryptionSecret: Uint8Array;
  /** Its public key, up to 256 bytes. */
  readonly encryptionPublic: Uint8Array;
  /** 96 random bytes that fill the field of the signing key. */
  readonly padding: Uint8Array;
}

const ELGAMAL_BYTES = 256;
const PADDING_BYTES = 96;
const KEY_BYTES = 32;
/** Key certificate: signing type 7 (Ed25519), encryption type 0 (ElGamal). */
const CERTIFICATE = Uint8Array.of(5, 0, 4, 0, 7, 0, 0);
const CERTIFICATE_AT = ELGAMAL_BYTES + PADDING_BYTES + KEY_BYTES;
const IDENTITY_BYTES = CERTIFICATE_AT + CERTIFICATE.length;
const FILE_BYTES = IDENTITY_BYTES + ELGAMAL_BYTES + KEY_BYTES;

/** Secrets of a new destination; I2P's ElGamal group is that of RFC 3526, 2048 bits. */
export function randomI2pSecrets(
  randomBytes: (size: number) => Uint8Array,
): I2pSecrets {
  const group = createDiffieHellmanGroup('modp14');
  const encryptionPublic = group.generateKeys();
  return {
    signingSeed: randomBytes(KEY_BYTES),
    encryptionSecret: group.getPrivateKey(),
    encryptionPublic,
    padding: randomBytes(PADDING_BYTES),
  };
}

/** Lays the keys out as i2pd does (PrivateKeys::ToBuffer). */
export function i2pKeysOf(secrets: I2pSecrets): I2pKeys {
  const identity = Buffer.concat([
    leftPadded(secrets.encryptionPublic),
    secrets.padding,
    ed25519.getPublicKey(secrets.signingSeed),
    CERTIFICATE,
  ]);
  return {
    file: Buffer.concat([
      identity,
      leftPadded(secrets.encryptionSecret),
      secrets.signingSeed,
    ]),
    address: i2pAddress(identity),
  };
}

/**
 * Reads a key file of i2pd. Its signing keys must be Ed25519, which i2pd has
 * made by default since 2017.
 * @param name - of the entry, for the message
 * @throws IdentityError saying what the file is instead
 */
export function parseI2pKeys(name: string, file: Uint8Array): I2pKeys {
  if (file.length !== FILE_BYTES) {
    throw new IdentityError(
      file.length === IDENTITY_BYTES ? 'Swapped' : 'Length',
      file.length === IDENTITY_BYTES
        ? `${name} is a destination without its secret keys: take the file that keys= names in tunnels.conf.`
        : `${name} has ${file.length} bytes, where a key file of i2pd with Ed25519 has ${FILE_BYTES}: take the file as it is, in base64 once.`,
    );
  }
  const certificate = file.subarray(CERTIFICATE_AT, IDENTITY_BYTES);
  if (Buffer.compare(certificate, CERTIFICATE) !== 0) {
    throw new IdentityError(
      'Format',
      `${name} holds no destination with Ed25519 and ElGamal keys: make it with i2pd's default signaturetype, 7.`,
    );
  }
  const identity = file.subarray(0, IDENTITY_BYTES);
  const seed = file.subarray(FILE_BYTES - KEY_BYTES);
  const published = file.subarray(CERTIFICATE_AT - KEY_BYTES, CERTIFICATE_AT);
  const derived = ed25519.getPublicKey(Uint8Array.from(seed));
  if (Buffer.compare(published, derived) !== 0) {
    throw new IdentityError(
      'Mismatch',
      `${name} holds a public key that does not belong to its secret key: the file is damaged. Take it from a backup, or make a new one.`,
    );
  }
  return { file, address: i2pAddress(identity) };
}

/**
 * Whether an address that is given belongs to the keys.
 * @throws IdentityError when it does not
 */
export function checkI2pAddress(
  keys: I2pKeys,
  given: { name: string; file: Uint8Array } | undefined,
): void {
  if (!given) return;
  const written = Buffer.from(given.file).toString('utf8').trim();
  if (written !== keys.address) {
    throw new IdentityError(
      'Mismatch',
      `${given.name} says ${written.slice(
        0,
        80,
      )}, but the keys beside it belong to ${
        keys.address
      }: leave it out, or take both from the same router.`,
    );
  }
}

function i2pAddress(identity: Uint8Array): string {
  const hash = createHash('sha256').update(identity).digest();
  return `${base32(hash)}.b32.i2p`;
}

/** A big-endian number in the length that I2P writes it. */
function leftPadded(number: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(ELGAMAL_BYTES);
  bytes.set(number, ELGAMAL_BYTES - number.length);
  return bytes;
}
