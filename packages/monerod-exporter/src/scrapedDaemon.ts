import { CallOptions, DaemonClient, MonerodError } from 'monerod-client';
import { BlockFeesSource } from './blockFees';
import { CallLog } from './callLog';
import { ScrapedCall, ScrapedDaemon } from './collectors/collector';
import { InfoSource } from './infoSource';
import { within } from './patience';

/** The client's calls that a scrape makes. */
export type ScrapeClient = Pick<
  DaemonClient,
  ScrapedCall | 'getBlockHeaders' | 'getCoinbaseTransactionSum'
>;

/** What lasts from scrape to scrape. */
export interface DaemonSources {
  client: ScrapeClient;
  info: InfoSource;
  blockFees: BlockFeesSource;
}

/** The daemon under the deadline of one scrape; `log` learns how each call went. */
export function scrapedDaemon(
  { client, info, blockFees }: DaemonSources,
  timeoutMs: number,
  log: CallLog,
): ScrapedDaemon {
  const limits: CallOptions = { timeoutMs };
  const startedAtMs = performance.now();
  /** One answer for all who ask in this scrape. */
  const shared = <T>(call: string, work: () => Promise<T>) => {
    let answer: Promise<T> | undefined;
    return () => {
      answer ??= log.run(call, work);
      return answer;
    };
  };
  return {
    getAlternateChains: shared('get_alternate_chains', () =>
      client.getAlternateChains(limits),
    ),
    getBans: shared('get_bans', () => client.getBans(limits)),
    getConnections: shared('get_connections', () =>
      client.getConnections(limits),
    ),
    getFeeEstimate: shared('get_fee_estimate', () =>
      client.getFeeEstimate(undefined, limits),
    ),
    getInfo: shared('get_info', async () => {
      const sample = await within(timeoutMs, info.ask());
      if (sample?.info) return sample.info;
      throw (
        sample?.error ??
        new MonerodError(
          'Timeout',
          `get_info: no answer within ${timeoutMs} ms`,
        )
      );
    }),
    getLastBlockHeader: shared('get_last_block_header', () =>
      client.getLastBlockHeader(limits),
    ),
    getNetStats: shared('get_net_stats', () => client.getNetStats(limits)),
    getTransactionPoolStats: shared('get_transaction_pool_stats', () =>
      client.getTransactionPoolStats(limits),
    ),
    getVersion: shared('get_version', () => client.getVersion(limits)),
    hardForkInfo: shared('hard_fork_info', () => client.hardForkInfo(limits)),
    rpcAccessTracking: shared('rpc_access_tracking', () =>
      client.rpcAccessTracking(undefined, limits),
    ),
    getBlockFees: block => {
      // comes after another call, so less of the deadline is left
      const leftMs = timeoutMs - (performance.now() - startedAtMs);
      return log.run('get_coinbase_tx_sum', () =>
        blockFees(block, { timeoutMs: Math.max(1, Math.floor(leftMs)) }),
      );
    },
    getBlockHeaders: range =>
      log.run('get_block_headers_range', () =>
        client.getBlockHeaders(range, limits),
      ),
  };
}
