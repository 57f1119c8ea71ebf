import {
  hashToScalar,
  multiplyBase,
  pointOf,
  scalarOf,
  scReduce32,
  KEY_BYTES,
} from './curve';
import { requireLength } from './KeyError';

/** The two public keys that an address is made of, 32 bytes each. */
export interface PublicKeys {
  publicSpendKey: Uint8Array;
  publicViewKey: Uint8Array;
}

/** Keys that see what comes in and cannot spend it. */
export interface ViewKeys extends PublicKeys {
  /** SECRET to everyone who shall not see the wallet's income. */
  secretViewKey: Uint8Array;
}

/** All keys of a wallet. */
export interface WalletKeys extends ViewKeys {
  /** SECRET: who has it has the money. */
  secretSpendKey: Uint8Array;
}

/**
 * The public key of a secret key.
 *
 * @throws KeyError `InvalidLength` or `NotReduced`
 */
export function publicKeyOf(secretKey: Uint8Array): Uint8Array {
  return multiplyBase(scalarOf('secretKey', secretKey)).toBytes();
}

/**
 * All keys of a wallet from its secret spend key; the secret view key is the
 * reduced Keccak-256 hash of it.
 *
 * Keys are bytes so that who holds them can overwrite them; nothing here does.
 * The arithmetic makes copies that nobody can: keep long-lived secrets out of
 * processes that you do not trust.
 *
 * @param secretSpendKey SECRET
 * @throws KeyError `InvalidLength` or `NotReduced`
 */
export function walletKeysOf(secretSpendKey: Uint8Array): WalletKeys {
  const spend = scalarOf('secretSpendKey', secretSpendKey);
  const secretViewKey = hashToScalar(secretSpendKey);
  return {
    secretSpendKey: Uint8Array.from(secretSpendKey),
    secretViewKey,
    publicSpendKey: multiplyBase(spend).toBytes(),
    publicViewKey: publicKeyOf(secretViewKey),
  };
}

/**
 * All keys of a wallet from the 32 bytes that its seed words stand for. The
 * secret spend key is these bytes, reduced.
 *
 * @param entropy SECRET, see `parseSeed`
 * @throws KeyError `InvalidLength`
 */
export function walletKeysOfSeed(entropy: Uint8Array): WalletKeys {
  requireLength('entropy', entropy, KEY_BYTES);
  return walletKeysOf(scReduce32(entropy));
}

/**
 * The keys of a wallet that only views.
 *
 * @param secretViewKey SECRET, see `ViewKeys`
 * @throws KeyError `InvalidLength`, `InvalidPoint` or `NotReduced`
 */
export function viewKeysOf(
  publicSpendKey: Uint8Array,
  secretViewKey: Uint8Array,
): ViewKeys {
  pointOf('publicSpendKey', publicSpendKey);
  const view = scalarOf('secretViewKey', secretViewKey);
  return {
    publicSpendKey: Uint8Array.from(publicSpendKey),
    secretViewKey: Uint8Array.from(secretViewKey),
    publicViewKey: multiplyBase(view).toBytes(),
  };
}
