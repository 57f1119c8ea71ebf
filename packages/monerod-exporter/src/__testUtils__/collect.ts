import { AnyRegistry, OpenMetricsContentType, Registry } from '../promClient';
import { createBlockFeesSource } from '../blockFees';
import { createCallLog } from '../callLog';
import { Collector, ScrapedDaemon } from '../collectors/collector';
import { createInfoSource } from '../infoSource';
import { Metrics } from '../metrics';
import { scrapedDaemon } from '../scrapedDaemon';
import { FakeDaemon, fakeDaemon } from './fakeDaemon';
import { seriesOf } from './series';

/** A fake daemon as a scrape sees it. */
function scrapedFakeDaemon(changes: Partial<FakeDaemon>): ScrapedDaemon {
  const client = fakeDaemon(changes);
  const now = () => performance.now();
  const info = createInfoSource(() => client.getInfo(), now);
  return scrapedDaemon(
    { client, info, blockFees: createBlockFeesSource(client) },
    1_000,
    createCallLog(now),
  );
}

/**
 * Runs one collector against a fake daemon.
 * @returns its time series, after checking that both formats hold the same
 */
export async function collect(
  collector: Collector,
  changes: Partial<FakeDaemon> = {},
): Promise<Record<string, string>> {
  const plain = new Registry();
  const open = new Registry<OpenMetricsContentType>();
  open.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  const daemon = scrapedFakeDaemon(changes);
  await collector.collect(daemon, new Metrics(plain));
  await collector.collect(daemon, new Metrics(open as unknown as AnyRegistry));
  const series = seriesOf(await plain.metrics());
  const text = await open.metrics();
  expect(text.endsWith('# EOF\n')).toBe(true);
  expect(seriesOf(text)).toEqual(series);
  return series;
}
