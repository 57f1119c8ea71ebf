import { DaemonClient, MonerodError } from 'monerod-client';
import { ScrapedDaemon } from './collectors/collector';
import { InfoSource } from './infoSource';
import { within } from './patience';

/** The daemon under the deadline of one scrape. */
export function scrapedDaemon(
  client: Pick<DaemonClient, keyof ScrapedDaemon>,
  source: InfoSource,
  timeoutMs: number,
): ScrapedDaemon {
  const limits = { timeoutMs };
  return {
    getInfo: async () => {
      const sample = await within(timeoutMs, source.ask());
      if (sample?.info) {
        return sample.info;
      }
      throw (
        sample?.error ??
        new MonerodError(
          'Timeout',
          `get_info: no answer within ${timeoutMs} ms`,
        )
      );
    },
    getConnections: () => client.getConnections(limits),
    getLastBlockHeader: () => client.getLastBlockHeader(limits),
    getTransactionPoolStats: () => client.getTransactionPoolStats(limits),
    getVersion: () => client.getVersion(limits),
    hardForkInfo: () => client.hardForkInfo(limits),
  };
}
