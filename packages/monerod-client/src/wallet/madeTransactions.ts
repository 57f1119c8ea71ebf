import { WireReader } from '../wire';

/** How soon a transaction should be in a block; sooner costs more. */
export type Priority =
  | 'default'
  | 'unimportant'
  | 'normal'
  | 'elevated'
  | 'priority';

const PRIORITIES: readonly Priority[] = [
  'default',
  'unimportant',
  'normal',
  'elevated',
  'priority',
];

/** The wallet's number of a priority. */
export const encodePriority = (priority: Priority = 'default'): number =>
  PRIORITIES.indexOf(priority);

/** The priority of the wallet's number. */
export const decodePriority = (number: number): Priority =>
  PRIORITIES[number] ?? 'default';

/** What every method takes that makes transactions. */
export interface MakingOptions {
  priority?: Priority;
  /** Keep it to oneself; see `metadata` and `relayTransaction`. */
  doNotRelay?: boolean;
  /** Answer with the transactions themselves. */
  withHex?: boolean;
  /** Answer with what `relayTransaction` wants. */
  withMetadata?: boolean;
  /** Answer with the secret keys of the transactions, which prove the payment. */
  withKeys?: boolean;
}

/** A transaction that the wallet made. */
export interface MadeTransaction {
  hash: string;
  /** SECRET: who has it can prove, and see, where the money went. Present when asked for. */
  key?: string;
  /** To all destinations. */
  amountAtomicUnits: bigint;
  /** To each destination; absent before 0.18.2. */
  amountsAtomicUnits?: bigint[];
  feeAtomicUnits: bigint;
  weightBytes: number;
  /** Present when asked for. */
  hex?: string;
  /** Present when asked for. */
  metadata?: string;
  /** Of the outputs that it spends; absent before 0.18.1. */
  spentKeyImages?: string[];
}

/** Transactions that the wallet made, or that others have yet to sign. */
export interface MadeTransactions {
  transactions: MadeTransaction[];
  /** For the other signers, in hexadecimal; a multisig wallet makes these. */
  multisigSet?: string;
  /** For the wallet with the keys, in hexadecimal; a view-only wallet makes these. */
  unsignedSet?: string;
}

/** How the wallet wants to be told of the options. */
export const encodeMaking = (options: MakingOptions) => ({
  priority: encodePriority(options.priority),
  do_not_relay: options.doNotRelay ?? false,
  get_tx_hex: options.withHex ?? false,
  get_tx_metadata: options.withMetadata ?? false,
});

const optionalText = (wire: WireReader, name: string): string | undefined =>
  (wire.has(name) && wire.string(name)) || undefined;

const sets = (wire: WireReader) => ({
  multisigSet: optionalText(wire, 'multisig_txset'),
  unsignedSet: optionalText(wire, 'unsigned_txset'),
});

/** Answers of methods that make one transaction. */
export const decodeOne = (wire: WireReader): MadeTransactions => ({
  transactions: optionalText(wire, 'tx_hash')
    ? [
        {
          hash: wire.hash('tx_hash'),
          key: optionalText(wire, 'tx_key'),
          amountAtomicUnits: wire.uint64('amount'),
          amountsAtomicUnits: wire.has('amounts_by_dest')
            ? wire.object('amounts_by_dest').uint64s('amounts')
            : undefined,
          feeAtomicUnits: wire.uint64('fee'),
          weightBytes: wire.count('weight'),
          hex: optionalText(wire, 'tx_blob'),
          metadata: optionalText(wire, 'tx_metadata'),
          spentKeyImages: wire.has('spent_key_images')
            ? wire.object('spent_key_images').hashes('key_images')
            : undefined,
        },
      ]
    : [],
  ...sets(wire),
});

/** Answers of methods that make as many as it takes: a list a property. */
export function decodeMany(wire: WireReader): MadeTransactions {
  const amounts = wire.uint64s('amount_list');
  const fees = wire.uint64s('fee_list');
  const weights = wire.counts('weight_list');
  const keys = wire.strings('tx_key_list');
  const blobs = wire.strings('tx_blob_list');
  const metadata = wire.strings('tx_metadata_list');
  const byDestination = wire.list('amounts_by_dest_list', each =>
    each.uint64s('amounts'),
  );
  const keyImages = wire.list('spent_key_images_list', each =>
    each.hashes('key_images'),
  );
  const transactions = wire.hashes('tx_hash_list').map((hash, index) => ({
    hash,
    key: keys[index] || undefined,
    amountAtomicUnits: amounts[index] ?? 0n,
    amountsAtomicUnits: byDestination[index],
    feeAtomicUnits: fees[index] ?? 0n,
    weightBytes: weights[index] ?? 0,
    hex: blobs[index] || undefined,
    metadata: metadata[index] || undefined,
    spentKeyImages: keyImages[index],
  }));
  return { transactions, ...sets(wire) };
}
