import { MinerCollector } from './minerCollector';

/** What was found, from the summary. */
export const sharesCollector: MinerCollector = {
  name: 'miner_shares',
  async collect(miner, metrics) {
    const { accepted, rejected, acceptedHashes } = await miner.getSummary();
    metrics.counters(
      'monero_miner_shares_total',
      'Results handed in since the miner started; mining solo, an accepted one is a block that the daemon took.',
      [
        { labels: { result: 'accepted' }, value: accepted },
        { labels: { result: 'rejected' }, value: rejected },
      ],
    );
    metrics.counters(
      'monero_miner_accepted_hashes_total',
      'Hashes that the accepted results stand for.',
      [{ labels: {}, value: acceptedHashes }],
    );
  },
};
