/**
 * Records what real monerods say to each other, and to us, on regtest over
 * loopback, and writes it where the tests of src/levin read it:
 *
 *   yarn workspace monerod-client capture
 *
 * Lists of peers are recorded by capture-peer-list.ts.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dialPeer, serveEmptyPeer } from '../src/peer';
import {
  findMonerod,
  freePorts,
  RegtestNode,
  startRegtestNode,
  THROWAWAY_ADDRESS,
  waitFor,
} from '../src/testing';
import { recordTo, save } from './recording';

const heightOf = async (node: RegtestNode) =>
  (await node.client.getInfo()).height;

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'capture-'));
  const nodes: RegtestNode[] = [];
  const closers: { close(): unknown }[] = [];
  const start = async (binary: string, peer: number) => {
    const [p2p, rpc, restrictedRpc] = await freePorts(3);
    const node = await startRegtestNode({
      binary,
      dataDir: join(folder, `${p2p}`),
      ports: { p2p, rpc, restrictedRpc },
      peers: [peer],
    });
    nodes.push(node);
    return { node, p2p };
  };
  const mine = async (node: RegtestNode, blocks: number) => {
    await waitFor('blocks', () =>
      node.client.generateBlocks({ blocks, walletAddress: THROWAWAY_ADDRESS }),
    );
  };
  try {
    const [newer, older] = [
      await findMonerod('trixie'),
      await findMonerod('bookworm'),
    ];
    const empty = await serveEmptyPeer({ nettype: 'regtest' });
    const toEmpty = await recordTo(empty.port);
    closers.push(empty, toEmpty);
    const first = await start(newer, toEmpty.port);
    await waitFor('our peer', async () => empty.peers[0]);
    await mine(first.node, 2);

    const toFirst = await recordTo(first.p2p);
    closers.push(toFirst);
    const second = await start(older, toFirst.port);
    await waitFor('the chain', async () =>
      (await heightOf(second.node)) === 3 ? true : undefined,
    );
    await mine(first.node, 1);
    await waitFor('a block', async () =>
      (await heightOf(second.node)) === 4 ? true : undefined,
    );

    for (const [version, { p2p }] of [
      ['0-18-4', first],
      ['0-18-0', second],
    ] as const) {
      const recorder = await recordTo(p2p);
      closers.push(recorder);
      const peer = await dialPeer({
        host: '127.0.0.1',
        port: recorder.port,
        nettype: 'regtest',
      });
      await peer.ping();
      await peer.supportFlags();
      await peer.timedSync();
      peer.close();
      await save(`calls.${version}`, recorder.recording);
    }
    await save('0-18-4.dials.us', toEmpty.recording);
    await save('0-18-0.dials.0-18-4', toFirst.recording);
  } finally {
    closers.forEach(each => each.close());
    await Promise.all(nodes.map(node => node.stop('SIGKILL')));
    await rm(folder, { recursive: true, force: true });
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exitCode = 1;
});
