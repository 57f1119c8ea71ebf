import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePorts } from './ports';
import { waitFor } from './waitFor';

/** How to start a wallet. */
export interface WalletRpcOptions {
  /** Path of monero-wallet-rpc. */
  binary: string;
  /** Keeps its wallets and log. */
  dataDir: string;
  nettype: 'mainnet' | 'stagenet' | 'testnet';
  /** Unrestricted RPC of a daemon on loopback; offline unless said. */
  daemonUrl?: string;
}

/** A running monero-wallet-rpc; without a daemon it knows no network. */
export interface WalletRpc {
  url: string;
  /**
   * Calls a method.
   *
   * @throws Error with the wallet's words when it refuses, or after 60 s
   */
  call(method: string, params?: object): Promise<Record<string, unknown>>;
  /** Ends it at once. */
  stop(): Promise<void>;
}

// A wallet computes 10,000 subaddresses when it is made.
const CALL_TIMEOUT_MS = 60_000;

interface Reply {
  result?: Record<string, unknown>;
  error?: { message: string };
}

async function callWallet(
  url: string,
  method: string,
  params: object,
): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    body: JSON.stringify({ jsonrpc: '2.0', id: 0, method, params }),
    signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
  });
  const { result, error } = (await response.json()) as Reply;
  if (!result) {
    throw new Error(`${method}: ${error?.message ?? 'no result'}`);
  }
  return result;
}

async function answers(child: ChildProcess, url: string): Promise<true> {
  if (child.exitCode !== null || child.signalCode !== null) {
    throw new Error(
      `monero-wallet-rpc ended with ${child.exitCode ?? child.signalCode}`,
    );
  }
  await callWallet(url, 'get_version', {});
  return true;
}

/**
 * Starts monero-wallet-rpc on loopback, offline unless told a daemon, and waits until it answers.
 *
 * @throws Error when it does not answer within 60 s; it is stopped then
 */
export async function startWalletRpc({
  binary,
  dataDir,
  nettype,
  daemonUrl,
}: WalletRpcOptions): Promise<WalletRpc> {
  const [port] = await freePorts(1);
  const child = spawn(
    binary,
    [
      ...(nettype === 'mainnet' ? [] : [`--${nettype}`]),
      ...(daemonUrl
        ? [
            `--daemon-address=${daemonUrl}`,
            '--trusted-daemon',
            '--allow-mismatched-daemon-version',
          ]
        : ['--offline']),
      '--disable-rpc-login',
      '--rpc-ssl=disabled',
      `--rpc-bind-port=${port}`,
      `--wallet-dir=${dataDir}`,
      `--shared-ringdb-dir=${join(dataDir, 'ringdb')}`,
      `--log-file=${join(dataDir, 'log')}`,
    ],
    { stdio: 'ignore' },
  );
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}/json_rpc`;
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await ended;
    }
  };
  try {
    await waitFor(
      `monero-wallet-rpc on ${url}`,
      () => answers(child, url),
      60_000,
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    call: (method, params = {}) => callWallet(url, method, params),
    stop,
  };
}
