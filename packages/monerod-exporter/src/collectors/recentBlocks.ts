import { Collector } from './collector';

/** As deep as a reorganisation that surprises nobody. */
const DEPTH = 10;

/**
 * The hashes of the last blocks, from get_block_headers_range: two nodes that
 * differ at a height follow different chains, whichever is longer. Busy until
 * the node has caught up.
 */
export const recentBlocksCollector: Collector = {
  name: 'recent_blocks',
  async collect(daemon, metrics) {
    const { height } = await daemon.getInfo();
    const last = height - 1;
    const headers = await daemon.getBlockHeaders({
      first: Math.max(0, last - DEPTH + 1),
      last,
    });
    metrics.gauges(
      'monero_recent_block_info',
      `The last ${DEPTH} blocks of the chain, by index and hash.`,
      headers.slice(-DEPTH).map(({ index, hash }) => ({
        labels: { index: String(index), hash },
        value: 1,
      })),
    );
  },
};
