import { Methods, methodsOver } from '../daemonMethods';
import type { TransportOptions } from '../transport';
import { createUndiciTransport } from '../undiciTransport';
import { restrictedWalletEndpoints, walletEndpoints } from './endpoints';

/** A wallet computes thousands of addresses when it is made. */
const DEFAULT_TIMEOUT_MS = 60_000;

/** Settings of a client; `timeoutMs` is a minute unless said. */
export type WalletClientOptions = TransportOptions;

/** Every method of monero-wallet-rpc. Each rejects with `MonerodError` only. */
export type WalletClient = Methods<typeof walletEndpoints> & {
  /** Closes idle connections, and the others when their calls are done. */
  close(): Promise<void>;
};

/** The methods that are left with `--restricted-rpc`. */
export type RestrictedWalletClient = Methods<
  typeof restrictedWalletEndpoints
> & {
  /** Closes idle connections, and the others when their calls are done. */
  close(): Promise<void>;
};

const transportOf = (options: WalletClientOptions) =>
  createUndiciTransport({ timeoutMs: DEFAULT_TIMEOUT_MS, ...options });

/**
 * Makes a client for monero-wallet-rpc. No connection is made before the first
 * call.
 *
 * @throws TypeError when an option makes no sense, naming it.
 */
export function createWalletClient(options: WalletClientOptions): WalletClient {
  const transport = transportOf(options);
  return {
    ...methodsOver(walletEndpoints, transport, 'unrestricted'),
    close: () => transport.close(),
  };
}

/**
 * Makes a client for a monero-wallet-rpc with `--restricted-rpc`: methods that
 * it denies are not there.
 *
 * @throws TypeError when an option makes no sense, naming it.
 */
export function createRestrictedWalletClient(
  options: WalletClientOptions,
): RestrictedWalletClient {
  const transport = transportOf(options);
  return {
    ...methodsOver(restrictedWalletEndpoints, transport, 'restricted'),
    close: () => transport.close(),
  };
}
