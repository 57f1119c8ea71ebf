import { WalletRpc } from '../testing';

/** What a real wallet says of itself. Keys and payment ids are hexadecimal. */
export interface WalletFacts {
  language: string;
  seed: string;
  secretSpendKey: string;
  secretViewKey: string;
  address: string;
  subaddresses: { major: number; minor: number; address: string }[];
  integrated: { paymentId: string; address: string }[];
  /** Words that the wallet was restored from; it shows others where these stand for too large a number. */
  restoredFrom?: string;
}

/** What addresses.json holds. */
export interface AddressVectors {
  /** The program that said it, and its version. */
  source: string;
  wallets: (WalletFacts & { nettype: 'mainnet' | 'stagenet' | 'testnet' })[];
}

/** Addresses of each account that are asked for, and accounts. */
const MINORS = 4;
const MAJORS = 3;

async function text(
  wallet: WalletRpc,
  method: string,
  params: object,
  field: string,
): Promise<string> {
  const { [field]: value } = await wallet.call(method, params);
  if (typeof value !== 'string') {
    throw new Error(`${method}: no text in ${field}`);
  }
  return value;
}

const key = (wallet: WalletRpc, key_type: string) =>
  text(wallet, 'query_key', { key_type }, 'key');

async function subaddressesOf(
  wallet: WalletRpc,
): Promise<WalletFacts['subaddresses']> {
  for (let major = 1; major < MAJORS; major++) {
    await wallet.call('create_account');
  }
  const found: WalletFacts['subaddresses'] = [];
  for (let major = 0; major < MAJORS; major++) {
    await wallet.call('create_address', {
      account_index: major,
      count: MINORS - 1,
    });
    const { addresses } = await wallet.call('get_address', {
      account_index: major,
    });
    for (const { address, address_index: minor } of addresses as {
      address: string;
      address_index: number;
    }[]) {
      found.push({ major, minor, address });
    }
  }
  return found;
}

async function integratedOf(
  wallet: WalletRpc,
  paymentIds: readonly string[],
): Promise<WalletFacts['integrated']> {
  const found: WalletFacts['integrated'] = [];
  for (const paymentId of paymentIds) {
    const address = await text(
      wallet,
      'make_integrated_address',
      { payment_id: paymentId },
      'integrated_address',
    );
    found.push({ paymentId, address });
  }
  return found;
}

/** Asks the wallet that is open for everything. */
export async function walletFacts(
  wallet: WalletRpc,
  language: string,
  paymentIds: readonly string[],
): Promise<WalletFacts> {
  return {
    language,
    seed: await key(wallet, 'mnemonic'),
    secretSpendKey: await key(wallet, 'spend_key'),
    secretViewKey: await key(wallet, 'view_key'),
    address: await text(wallet, 'get_address', {}, 'address'),
    subaddresses: await subaddressesOf(wallet),
    integrated: await integratedOf(wallet, paymentIds),
  };
}
