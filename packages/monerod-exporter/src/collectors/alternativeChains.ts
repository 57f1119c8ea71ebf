import { Collector } from './collector';

/** Branches beside the chain, from get_alternate_chains; unrestricted listeners only. */
export const alternativeChainsCollector: Collector = {
  name: 'alternative_chains',
  async collect(daemon, metrics) {
    const [chains, info] = await Promise.all([
      daemon.getAlternateChains(),
      daemon.getInfo(),
    ]);
    metrics.gauge(
      'monero_alternative_chains',
      'Branches beside the chain that the daemon knows of.',
      chains.length,
    );
    metrics.gauge(
      'monero_alternative_chains_longest_blocks',
      'Blocks of the longest branch since it left the chain; 0 without any.',
      Math.max(0, ...chains.map(chain => chain.blocks)),
    );
    // a fork that goes on ends near the top; orphans of long ago do not
    const ends = chains.map(chain => info.height - 1 - chain.topIndex);
    metrics.gauge(
      'monero_alternative_chains_nearest_blocks',
      'How far the end of the most recent branch is below the top block, negative when above; absent without any.',
      ends.length > 0 ? Math.min(...ends) : undefined,
    );
  },
};
