import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const FETCH_TIMEOUT_MS = 10 * 60_000;

/**
 * Path of a real monero-wallet-rpc: `$MONERO_WALLET_RPC_BIN`, else the one of
 * the package that `findMonerod` fetches.
 *
 * @throws Error saying what the machine lacks
 */
export async function findWalletRpc(): Promise<string> {
  const { MONERO_WALLET_RPC_BIN } = process.env;
  if (MONERO_WALLET_RPC_BIN) {
    return MONERO_WALLET_RPC_BIN;
  }
  const ownFolder = dirname(require.resolve('monerod-client/package.json'));
  const script = join(ownFolder, 'scripts', 'fetch-monerod.sh');
  const { stdout } = await promisify(execFile)(
    script,
    ['trixie', 'monero-wallet-rpc'],
    { timeout: FETCH_TIMEOUT_MS },
  );
  return stdout.trim();
}
