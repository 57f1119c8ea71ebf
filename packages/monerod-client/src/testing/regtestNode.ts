import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createDaemonClient, DaemonClient } from '../client';
import { Credentials } from '../digestAuth';
import { MonerodError } from '../errors';
import { waitFor } from './waitFor';

/** Ports of a node, all on 127.0.0.1. */
export interface RegtestPorts {
  p2p: number;
  rpc: number;
  restrictedRpc: number;
}

/** How to start a node. */
export interface RegtestOptions {
  /** Path of monerod. */
  binary: string;
  /** Empty at first; keeps the chain. */
  dataDir: string;
  ports: RegtestPorts;
  /** p2p ports of the only peers it may have; none: it runs offline. */
  peers: readonly number[];
  /** Guards both RPC listeners. */
  credentials?: Credentials;
  /** Ports of ZMQ; none unless said. */
  zmq?: { pub: number; rpc: number };
}

/** A running monerod. */
export interface RegtestNode {
  url: string;
  restrictedUrl: string;
  client: DaemonClient;
  /** Sends a signal that does not end it, such as SIGSTOP and SIGCONT. */
  signal(signal: NodeJS.Signals): void;
  /** Sends a signal and waits for the end; SIGTERM unless said. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** An address that nobody has the keys of at hand; for mining on regtest. */
export const THROWAWAY_ADDRESS =
  '42w4mJnAX8rJPvZTFetXaxRvGNpwh3u6pbFcdaKscN4wiccFbKotahU3Qo6L2B3xNUPvd7qxLNcJrU3w4ndEiWA14d5rG9h';

function argumentsOf({ dataDir, ports, peers, zmq }: RegtestOptions): string[] {
  return [
    '--regtest',
    '--fixed-difficulty=1',
    '--keep-fakechain',
    '--non-interactive',
    '--no-igd',
    '--check-updates=disabled',
    '--disable-dns-checkpoints',
    '--rpc-ssl=disabled',
    ...(zmq
      ? [
          `--zmq-pub=tcp://127.0.0.1:${zmq.pub}`,
          `--zmq-rpc-bind-port=${zmq.rpc}`,
        ]
      : ['--no-zmq']),
    '--allow-local-ip',
    '--max-connections-per-ip=10',
    `--data-dir=${dataDir}`,
    '--p2p-bind-ip=127.0.0.1',
    `--p2p-bind-port=${ports.p2p}`,
    '--rpc-bind-ip=127.0.0.1',
    `--rpc-bind-port=${ports.rpc}`,
    '--rpc-restricted-bind-ip=127.0.0.1',
    `--rpc-restricted-bind-port=${ports.restrictedRpc}`,
    // Without one or the other, regtest takes itself for mainnet and dials out.
    ...(peers.length > 0
      ? peers.map(port => `--add-exclusive-node=127.0.0.1:${port}`)
      : ['--offline']),
  ];
}

async function answers(
  child: ChildProcess,
  client: DaemonClient,
): Promise<true> {
  if (child.exitCode !== null || child.signalCode !== null) {
    throw new Error(`monerod ended with ${child.exitCode ?? child.signalCode}`);
  }
  try {
    await client.getBlockCount();
  } catch (error) {
    // It is up, only without peers so far.
    if (!(error instanceof MonerodError && error.code === 'Busy')) {
      throw error;
    }
  }
  return true;
}

/**
 * Starts a regtest node on loopback that speaks with its named peers only, and
 * waits until its RPC answers.
 *
 * @throws Error when it does not answer within 30 s; it is stopped then
 */
export async function startRegtestNode(
  options: RegtestOptions,
): Promise<RegtestNode> {
  const { binary, ports, credentials } = options;
  const login =
    credentials && `${credentials.username}:${credentials.password}`;
  const child = spawn(binary, argumentsOf(options), {
    stdio: 'ignore',
    // Not on the command line, where other users of the machine see it.
    env: { ...process.env, ...(login ? { RPC_LOGIN: login } : {}) },
  });
  const url = `http://127.0.0.1:${ports.rpc}`;
  const client = createDaemonClient({ url, credentials });
  const ended = once(child, 'exit');
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await ended;
    }
    await client.close();
  };
  try {
    await waitFor(`monerod on ${url}`, () => answers(child, client));
  } catch (error) {
    await stop('SIGKILL');
    throw error;
  }
  return {
    url,
    restrictedUrl: `http://127.0.0.1:${ports.restrictedRpc}`,
    client,
    signal: signal => {
      child.kill(signal);
    },
    stop,
  };
}
