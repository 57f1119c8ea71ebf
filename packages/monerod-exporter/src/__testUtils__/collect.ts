import { OpenMetricsContentType, Registry } from 'prom-client';
import { Collector } from '../collectors/collector';
import { Metrics } from '../metrics';
import { FakeDaemon, fakeDaemon } from './fakeDaemon';
import { seriesOf } from './series';

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
  const daemon = fakeDaemon(changes);
  await collector.collect(daemon, new Metrics(plain));
  await collector.collect(daemon, new Metrics(open as unknown as Registry));
  const series = seriesOf(await plain.metrics());
  const text = await open.metrics();
  expect(text.endsWith('# EOF\n')).toBe(true);
  expect(seriesOf(text)).toEqual(series);
  return series;
}
