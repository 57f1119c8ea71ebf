import { inMonero } from '../atomicUnits';
import { Collector } from './collector';

/** The top block, from get_last_block_header. Busy until the node has caught up. */
export const lastBlockCollector: Collector = {
  name: 'last_block',
  async collect(daemon, metrics) {
    const block = await daemon.getLastBlockHeader();
    metrics.gauge(
      'monero_lastblock_timestamp_seconds',
      'Unix time that the miner of the top block claims.',
      // the genesis block claims none
      block.timestampSeconds || undefined,
    );
    metrics.facts('monero_lastblock_hash_info', 'Hash of the top block.', {
      hash: block.hash,
    });
    metrics.gauge(
      'monero_lastblock_height',
      'Index of the top block: height of the chain - 1.',
      block.index,
    );
    metrics.gauge(
      'monero_lastblock_difficulty',
      'Hashes that the top block took, on average.',
      block.difficulty,
    );
    metrics.gauge(
      'monero_lastblock_reward_monero',
      'New coins and fees of the top block.',
      inMonero(block.rewardAtomicUnits),
    );
    metrics.gauge(
      'monero_lastblock_size_bytes',
      'Size of the top block.',
      block.sizeBytes,
    );
    metrics.gauge(
      'monero_lastblock_weight_bytes',
      'Weight of the top block, which limits and fees go by.',
      block.weightBytes,
    );
    metrics.gauge(
      'monero_lastblock_transactions',
      'Transactions of the top block, without the one that rewards its miner.',
      block.transactions,
    );
  },
};
