import { ALONE, MINING, WARMING } from '../__testUtils__/xmrigSummary';
import { mining } from './mining';
import { decodeSummary, SummaryError } from './summary';

describe('decodeSummary', () => {
  it('understands a miner at work', () => {
    expect(decodeSummary(MINING)).toEqual({
      version: '6.22.2',
      worker: 'miners-7',
      uptimeSeconds: 20,
      paused: false,
      algorithm: 'rx/0',
      connection: {
        pool: '127.0.0.1:18089',
        uptimeSeconds: 20,
        pingSeconds: 0.057,
        tls: false,
      },
      connectionFailures: 1,
      accepted: 3,
      rejected: 1,
      acceptedHashes: 300,
      difficulty: 100,
      hashrate: {
        tenSeconds: 21.98,
        minute: undefined,
        quarterHour: undefined,
        highest: 24.62,
      },
      residentMemoryBytes: 283795456,
      hugePages: { used: 0, wanted: 129 },
      donateLevelPercent: 0,
    });
  });

  it('leaves absent what is not known, instead of zero', () => {
    expect(decodeSummary(ALONE)).toMatchObject({
      connection: undefined,
      algorithm: undefined,
      difficulty: undefined,
    });
    expect(decodeSummary(WARMING).hashrate).toEqual({});
  });

  it('bounds what becomes a label', () => {
    const version = 'x'.repeat(10_000);
    expect(decodeSummary({ ...MINING, version }).version).toHaveLength(256);
  });

  it.each<[string, unknown, string]>([
    ['nothing', null, 'the summary is no object'],
    ['a list', [], 'the summary is no object'],
    ['another API', { status: 'OK' }, 'results is no object'],
    ['a text for a number', { ...MINING, uptime: '20' }, 'uptime is no number'],
    [
      'a negative count',
      { ...MINING, results: { ...MINING.results, shares_good: -1 } },
      'shares_good is no number',
    ],
  ])('refuses %s', (_what, wire, message) => {
    expect(() => decodeSummary(wire)).toThrow(new SummaryError(message));
  });
});

describe('mining', () => {
  it.each<[object, boolean, string]>([
    [MINING, true, 'mining on 127.0.0.1:18089 at 21.98 H/s'],
    [ALONE, false, 'no connection to the pool or daemon'],
    [
      WARMING,
      false,
      'connected to 127.0.0.1:18089, and counts its first hashes',
    ],
    [
      { ...MINING, hashrate: { total: [0, 0, 0], highest: 24 } },
      false,
      'connected to 127.0.0.1:18089, and does not hash',
    ],
    [{ ...MINING, paused: true }, false, 'mining is paused'],
  ])('%#', (wire, ready, reason) => {
    expect(mining(decodeSummary(wire))).toEqual({ ready, reason });
  });
});
