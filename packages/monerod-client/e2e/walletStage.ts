import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Endpoint } from '../src/endpoint';
import { callEndpoint } from '../src/rpc';
import {
  findMonerod,
  findWalletRpc,
  freePorts,
  RegtestNode,
  startRegtestNode,
  startWalletRpc,
  WalletRpc,
} from '../src/testing';
import { Transport } from '../src/transport';
import { createUndiciTransport } from '../src/undiciTransport';
import { WalletClient } from '../src/wallet';
import { walletEndpoints } from '../src/wallet/endpoints';

/** Where to keep the first answer to each method, for the tests beside the sources. */
const { MONERO_CAPTURE } = process.env;

const kept = new Set<string>();

/** Passes answers on, and keeps the first of each. */
function keeping(name: string, transport: Transport): Transport {
  return {
    ...transport,
    post: async request => {
      const reply = await transport.post(request);
      const text = Buffer.from(reply).toString('utf8');
      if (MONERO_CAPTURE && !kept.has(name) && text.includes('"result"')) {
        kept.add(name);
        mkdirSync(MONERO_CAPTURE, { recursive: true });
        writeFileSync(join(MONERO_CAPTURE, `${name}.json`), `${text.trim()}\n`);
      }
      return reply;
    },
  };
}

function clientOf(url: string): WalletClient {
  const transport = createUndiciTransport({ url, timeoutMs: 60_000 });
  const methods = Object.entries(walletEndpoints).map(([name, endpoint]) => [
    name,
    (params: unknown) =>
      callEndpoint(endpoint as Endpoint<unknown, unknown>, params, {
        transport: keeping(name, transport),
        listener: 'unrestricted',
      }),
  ]);
  return {
    ...(Object.fromEntries(methods) as WalletClient),
    close: () => transport.close(),
  };
}

/** A node without peers, and wallets that know it alone. */
export interface WalletStage {
  node: RegtestNode;
  wallets: WalletClient[];
  /** A wallet that knows no node. */
  cold: WalletClient;
  /** Mines, and lets every wallet read the blocks. */
  mine(blocks: number, walletAddress: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a node, so many wallet programs, and one that is offline. */
export async function startWalletStage(count: number): Promise<WalletStage> {
  const folder = mkdtempSync(join(tmpdir(), 'wallet-stage-'));
  const [p2p, rpc, restrictedRpc] = await freePorts(3);
  const node = await startRegtestNode({
    binary: await findMonerod(),
    dataDir: join(folder, 'node'),
    ports: { p2p, rpc, restrictedRpc },
    peers: [],
  });
  const binary = await findWalletRpc();
  const programs: WalletRpc[] = await Promise.all(
    Array.from({ length: count + 1 }, (_, index) => {
      const dataDir = join(folder, `wallet-${index}`);
      mkdirSync(dataDir);
      return startWalletRpc({
        binary,
        dataDir,
        nettype: 'mainnet',
        ...(index < count ? { daemonUrl: node.url } : {}),
      });
    }),
  );
  const clients = programs.map(({ url }) => clientOf(url));
  return {
    node,
    wallets: clients.slice(0, count),
    cold: clients[count],
    mine: async (blocks, walletAddress) => {
      for (let left = blocks; left > 0; left -= 20) {
        await node.client.generateBlocks(
          { blocks: Math.min(left, 20), walletAddress },
          { timeoutMs: 120_000 },
        );
      }
    },
    stop: async () => {
      await Promise.all(clients.map(client => client.close()));
      await Promise.all(programs.map(program => program.stop()));
      await node.stop('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
