import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  findMonerod,
  freePorts,
  RegtestNode,
  startRegtestNode,
  Suite,
  THROWAWAY_ADDRESS,
  waitFor,
} from 'monerod-client/testing';
import { runExporter } from '../src/runExporter';

jest.setTimeout(120_000);

/**
 * The growth of a closed network of one that has a chain: its member comes back
 * with peers, is greeted by a newcomer that knows nothing, and gives it the
 * chain. Both have all there is; the first does not notice.
 */
describe.each<Suite>(['bookworm', 'trixie'])(
  'a daemon of %s that was greeted by a newcomer only',
  suite => {
    const stop = new AbortController();
    const lines: string[] = [];
    let folder: string;
    let exporter: Promise<void>;
    const nodes: RegtestNode[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'rejoin-'));
    });
    afterAll(async () => {
      stop.abort();
      await exporter;
      for (const node of nodes) await node.stop();
      await rm(folder, { recursive: true });
    });

    it('stays out of sync by itself, and is in sync soon with an exporter that looks after it', async () => {
      const binary = await findMonerod(suite);
      const [p2p, rpc, restrictedRpc, ...others] = await freePorts(7);
      const [nobody, ...second] = others;
      const start = async (
        name: string,
        ports: readonly number[],
        peers: number[],
      ) => {
        const node = await startRegtestNode({
          binary,
          dataDir: join(folder, name),
          ports: { p2p: ports[0], rpc: ports[1], restrictedRpc: ports[2] },
          peers,
        });
        nodes.push(node);
        return node;
      };

      const alone = await start('first', [p2p, rpc, restrictedRpc], []);
      await alone.client.generateBlocks({
        blocks: 5,
        walletAddress: THROWAWAY_ADDRESS,
      });
      await alone.stop();
      const first = await start('first', [p2p, rpc, restrictedRpc], [nobody]);
      const newcomer = await start('newcomer', second, [p2p]);
      await waitFor('the newcomer has the chain', async () => {
        const { height, synchronized } = await newcomer.client.getInfo();
        return (height === 6 && synchronized) || undefined;
      });
      const stranded = await first.client.getInfo();
      expect(stranded).toMatchObject({ height: 6, synchronized: false });

      exporter = runExporter(
        ['--listen=127.0.0.1:0', `--daemon-url=${first.url}`, '--rejoin'],
        { env: {}, signal: stop.signal, print: line => lines.push(line) },
      );
      await waitFor(
        'the first is in sync',
        async () => (await first.client.getInfo()).synchronized || undefined,
      );
      expect(lines).toContainEqual(
        expect.stringMatching(/^no peer is ahead, .* to be greeted again$/),
      );
      await waitFor('the newcomer is back', async () => {
        const { incomingConnections } = await first.client.getInfo();
        return incomingConnections === 1 || undefined;
      });
      expect(await first.client.getBans()).toEqual([]);
    });
  },
);
