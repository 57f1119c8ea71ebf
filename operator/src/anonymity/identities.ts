import {
  checkI2pAddress,
  i2pKeysOf,
  parseI2pKeys,
  randomI2pSecrets,
} from './i2pKeys';
import { IdentityError } from './IdentityError';
import {
  checkOnionFiles,
  onionKeysOfSeed,
  parseOnionSecretKey,
} from './onionKeys';

/** Networks on which nodes have an address of their own. */
export type AnonymityNetwork = 'tor' | 'i2p';

/** `data` of a Secret: base64 by name of the entry. */
export type SecretData = Readonly<Record<string, string>>;

/** Addresses by owner: the name of a pod, or `rpc` for the whole set. */
export type Addresses = Readonly<Record<string, string>>;

type RandomBytes = (size: number) => Uint8Array;

/** Owner of the onion address that leads to any node of a set. */
export const SHARED_OWNER = 'rpc';

/** Entries of a Secret, without the owner and a dot before them. */
export const ENTRIES = {
  torSecret: 'hs_ed25519_secret_key',
  torPublic: 'hs_ed25519_public_key',
  torHostname: 'hostname',
  i2pKeys: 'dat',
  i2pAddress: 'b32',
} as const;

const entry = (owner: string, name: string) => `${owner}.${name}`;

/**
 * Entries for owners that have no keys yet. What is there is never touched:
 * an address outlives everything but its volume.
 */
export function missingEntries(
  network: AnonymityNetwork,
  owners: readonly string[],
  data: SecretData,
  randomBytes: RandomBytes,
): SecretData {
  const made = owners.flatMap(owner => {
    if (hasKeys(network, owner, data)) return [];
    return Object.entries(
      network === 'tor' ? newOnion(randomBytes) : newGarlic(randomBytes),
    ).map(([name, bytes]): [string, string] => [
      entry(owner, name),
      Buffer.from(bytes).toString('base64'),
    ]);
  });
  return Object.fromEntries(made);
}

/**
 * The address of each owner, derived from its secret key.
 * @throws IdentityError naming the entry that is missing or wrong
 */
export function addressesIn(
  network: AnonymityNetwork,
  owners: readonly string[],
  data: SecretData,
): Addresses {
  const read = network === 'tor' ? readOnion : readGarlic;
  const all = owners.map((owner): [string, string] => [
    owner,
    read(owner, data),
  ]);
  const taken = new Map<string, string>();
  for (const [owner, address] of all) {
    const other = taken.get(address);
    if (other !== undefined) {
      throw new IdentityError(
        'Mismatch',
        `${other} and ${owner} have the same keys: an address leads to one node only. Give each its own.`,
      );
    }
    taken.set(address, owner);
  }
  return Object.fromEntries(all);
}

/** Whether an owner has secret keys, right or wrong. */
export function hasKeys(
  network: AnonymityNetwork,
  owner: string,
  data: SecretData,
): boolean {
  const name = network === 'tor' ? ENTRIES.torSecret : ENTRIES.i2pKeys;
  return data[entry(owner, name)] !== undefined;
}

function newOnion(randomBytes: RandomBytes): Record<string, Uint8Array> {
  const { secretKey, publicKey, address } = onionKeysOfSeed(randomBytes(32));
  return {
    [ENTRIES.torSecret]: secretKey,
    [ENTRIES.torPublic]: publicKey,
    [ENTRIES.torHostname]: Buffer.from(`${address}\n`),
  };
}

function newGarlic(randomBytes: RandomBytes): Record<string, Uint8Array> {
  const { file, address } = i2pKeysOf(randomI2pSecrets(randomBytes));
  return {
    [ENTRIES.i2pKeys]: file,
    [ENTRIES.i2pAddress]: Buffer.from(`${address}\n`),
  };
}

function readOnion(owner: string, data: SecretData): string {
  const keys = parseOnionSecretKey(...required(data, owner, ENTRIES.torSecret));
  checkOnionFiles(
    keys,
    optional(data, owner, ENTRIES.torPublic),
    optional(data, owner, ENTRIES.torHostname),
  );
  return keys.address;
}

function readGarlic(owner: string, data: SecretData): string {
  const keys = parseI2pKeys(...required(data, owner, ENTRIES.i2pKeys));
  checkI2pAddress(keys, optional(data, owner, ENTRIES.i2pAddress));
  return keys.address;
}

function required(
  data: SecretData,
  owner: string,
  name: string,
): [string, Uint8Array] {
  const found = optional(data, owner, name);
  if (!found) {
    throw new IdentityError(
      'Missing',
      `The entry ${entry(owner, name)} is missing.`,
    );
  }
  return [found.name, found.file];
}

function optional(data: SecretData, owner: string, name: string) {
  const key = entry(owner, name);
  const value = data[key];
  return value === undefined
    ? undefined
    : { name: key, file: new Uint8Array(Buffer.from(value, 'base64')) };
}
