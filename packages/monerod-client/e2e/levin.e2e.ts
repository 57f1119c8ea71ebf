import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inSync } from '../src';
import { NETWORKS, PeerListEntry } from '../src/levin';
import {
  dialPeer,
  EmptyPeer,
  Peer,
  PeerError,
  pingPeer,
  serveEmptyPeer,
} from '../src/peer';
import {
  findMonerod,
  freePorts,
  RegtestNode,
  startRegtestNode,
  Suite,
  THROWAWAY_ADDRESS,
  waitFor,
} from '../src/testing';

jest.setTimeout(180_000);

let folder: string;
const nodes: RegtestNode[] = [];
const empties: EmptyPeer[] = [];
const dialled: Peer[] = [];

/** A node that speaks with this peer only. Gives it and its p2p port. */
async function start(binary: string, peer: number) {
  const [p2p, rpc, restrictedRpc] = await freePorts(3);
  const node = await startRegtestNode({
    binary,
    dataDir: join(folder, `node-${p2p}`),
    ports: { p2p, rpc, restrictedRpc },
    peers: [peer],
  });
  nodes.push(node);
  return { node, p2p };
}

async function listen(peers: PeerListEntry[] = []): Promise<EmptyPeer> {
  const peer = await serveEmptyPeer({ nettype: 'regtest', peers });
  empties.push(peer);
  return peer;
}

async function dial(port: number): Promise<Peer> {
  const peer = await dialPeer({ host: '127.0.0.1', port, nettype: 'regtest' });
  dialled.push(peer);
  return peer;
}

const connected = (peer: EmptyPeer) =>
  waitFor('a peer', async () => peer.peers[0]);

const untilInSync = (node: RegtestNode) =>
  waitFor(
    'in sync',
    async () => (inSync(await node.client.getInfo()).inSync ? true : undefined),
    90_000,
  );

const mine = (node: RegtestNode) =>
  node.client.generateBlocks({ blocks: 2, walletAddress: THROWAWAY_ADDRESS });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'levin-'));
});

afterEach(async () => {
  dialled.splice(0).forEach(peer => peer.close());
  await Promise.all(empties.splice(0).map(peer => peer.close()));
  await Promise.all(nodes.splice(0).map(node => node.stop('SIGKILL')));
  await rm(folder, { recursive: true, force: true });
});

describe.each<[string, Suite]>([
  ['0.18.4', 'trixie'],
  ['0.18.0', 'bookworm'],
])('monerod %s', (_version, suite) => {
  let binary: string;

  beforeAll(async () => {
    binary = await findMonerod(suite);
  });

  it('answers every call to who dials it', async () => {
    const only = await listen();
    const { node, p2p } = await start(binary, only.port);
    await untilInSync(node);
    await mine(node);

    const peer = await dial(p2p);
    const { nodeData, syncData, peers } = peer.greeting;
    const block = await node.client.getLastBlockHeader();
    const info = await node.client.getInfo();
    expect(nodeData).toMatchObject({
      networkId: NETWORKS.regtest.networkId,
      myPort: p2p,
      supportFlags: 1,
    });
    expect(syncData).toMatchObject({
      height: 3n,
      topId: block.hash,
      topVersion: block.majorVersion,
      pruningSeed: 0,
    });
    expect(info.height).toBe(3);
    expect(peers.length).toBeLessThanOrEqual(250);
    expect(await peer.ping()).toBe(nodeData.peerId);
    expect(await peer.supportFlags()).toBe(1);
    const sync = await peer.timedSync();
    expect(sync.syncData).toEqual(syncData);

    const connections = await node.client.getConnections();
    expect(connections.filter(each => each.incoming)).toHaveLength(1);
    peer.close();
    expect(await peer.closed).toBeUndefined();
    await waitFor('hung up', async () => {
      const left = await node.client.getConnections();
      return left.some(each => each.incoming) ? undefined : true;
    });
  });

  it('learns the peers that we tell it of', async () => {
    const entry = {
      peerId: 7n,
      lastSeen: 0n,
      pruningSeed: 384,
      rpcPort: 18089,
      rpcCreditsPerHash: 0,
    };
    const port = 18080;
    const only = await listen([
      { ...entry, address: { type: 'ipv4', host: '203.0.113.7', port } },
      { ...entry, address: { type: 'ipv6', host: '2001:db8::7', port } },
    ]);
    const { node } = await start(binary, only.port);
    // It dials none of them: it has an exclusive node, and they are nobody's.
    const known = await waitFor('its list of peers', async () => {
      const response = await fetch(`${node.url}/get_peer_list`);
      const list = (await response.json()) as { gray_list?: object[] };
      return list.gray_list;
    });
    const common = { id: 7, port, pruning_seed: 384, rpc_port: 18089 };
    expect(known).toHaveLength(2);
    expect(known).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...common, host: '203.0.113.7' }),
        expect.objectContaining({ ...common, host: '2001:db8::7' }),
      ]),
    );
  });

  it('answers a ping without a handshake', async () => {
    const only = await listen();
    const { p2p } = await start(binary, only.port);
    const target = {
      host: '127.0.0.1',
      port: p2p,
      nettype: 'regtest',
    } as const;
    const { nodeData } = (await dial(p2p)).greeting;
    expect(await pingPeer(target)).toBe(nodeData.peerId);
  });

  it('refuses who is of another network, and we say why', async () => {
    const only = await listen();
    const { p2p } = await start(binary, only.port);
    const failure = await dialPeer({
      host: '127.0.0.1',
      port: p2p,
      nettype: 'stagenet',
    }).catch(error => error);
    expect(failure).toBeInstanceOf(PeerError);
    expect(failure.code).toBe('Refused');
    expect(failure.message).toContain('another network');
  });

  it('stays with a peer that holds nothing, through blocks and timed syncs', async () => {
    const only = await listen();
    const { node, p2p } = await start(binary, only.port);
    const peer = await connected(only);
    expect(peer.greeting.nodeData.myPort).toBe(p2p);
    // The only peer it has agrees with it: so it is in sync and can mine.
    await untilInSync(node);
    await mine(node);
    expect(peer.syncData.height).toBe(1n);

    // Its own timed sync, which it sends each minute, tells of the blocks.
    await waitFor(
      'the timed sync of monerod',
      async () => (peer.syncData.height === 3n ? true : undefined),
      90_000,
    );
    const connections = await node.client.getConnections();
    expect(connections.map(each => each.incoming)).toEqual([false]);
    expect(only.peers).toEqual([peer]);
    await mine(node);
    expect((await peer.timedSync()).syncData.height).toBe(5n);
  });
});

it('tells two nodes of the same chain from each other', async () => {
  const [newer, older] = await Promise.all([
    findMonerod('trixie'),
    findMonerod('bookworm'),
  ]);
  const only = await listen();
  const first = await start(newer, only.port);
  const second = await start(older, first.p2p);
  // A block mined while they greet each other would wait for a timed sync.
  await Promise.all([untilInSync(first.node), untilInSync(second.node)]);
  await mine(first.node);
  await waitFor(
    'the blocks',
    async () =>
      (await second.node.client.getInfo()).height === 3 ? true : undefined,
    90_000,
  );
  const [a, b] = await Promise.all([dial(first.p2p), dial(second.p2p)]);
  expect(a.greeting.syncData).toEqual(b.greeting.syncData);
  expect(a.greeting.nodeData.peerId).not.toBe(b.greeting.nodeData.peerId);
});
