import { FAULTS, faultyDaemon } from './__testUtils__/faultyDaemon';
import { seriesOf } from './__testUtils__/series';
import { runExporter } from './runExporter';

const TIMEOUT_MS = 300;

/** The most that a scrape takes of a daemon that floods: calls, their limit, what is on the way. */
const MOST_BYTES = 13 * (4 + 4) * 2 ** 20;

let stop = new AbortController();
let ended: Promise<void> | undefined;

/** The command, watching that daemon. */
function start(daemonUrl: string): Promise<string> {
  stop = new AbortController();
  return new Promise((resolve, reject) => {
    ended = runExporter(
      [
        `--daemon-url=${daemonUrl}`,
        '--listen=127.0.0.1:0',
        `--timeout-ms=${TIMEOUT_MS}`,
      ],
      { env: {}, signal: stop.signal, print: () => {}, onListening: resolve },
    );
    ended.catch(reject);
  });
}

afterEach(async () => {
  stop.abort();
  await ended;
});

describe.each(FAULTS)('a daemon that %s', fault => {
  it('is a finding, in time, and the exporter lives', async () => {
    const daemon = await faultyDaemon(fault);
    try {
      const url = await start(daemon.url);
      for (let turn = 0; turn < 3; turn += 1) {
        const startedMs = performance.now();
        const metrics = await fetch(`${url}/metrics`);
        expect(metrics.status).toBe(200);
        const series = seriesOf(await metrics.text());
        expect(performance.now() - startedMs).toBeLessThan(TIMEOUT_MS + 2_000);
        expect(series).toMatchObject({
          monero_up: '0',
          'monero_exporter_rpc_success{method="get_info"}': '0',
          'monero_exporter_rpc_success{method="get_connections"}': '0',
          'monero_exporter_collector_success{collector="info"}': '0',
        });
        const others = Object.keys(series).filter(
          name => !/^monero_(exporter_|up$)/.test(name),
        );
        expect(others).toEqual([]);
      }
      const readyz = await fetch(`${url}/readyz`);
      expect(readyz.status).toBe(503);
      expect((await readyz.text()).length).toBeGreaterThan(10);
      expect((await fetch(`${url}/livez`)).status).toBe(200);
      expect(daemon.sentBytes()).toBeLessThan(3 * MOST_BYTES);
    } finally {
      stop.abort();
      await ended;
      await daemon.stop();
    }
  });
});
