import { parseMetrics } from './parseMetrics';
import { MINER_WANTED, toMinerSample } from './toMinerSample';

const sampleOf = (text: string) =>
  toMinerSample(parseMetrics(text, MINER_WANTED.families));

describe('toMinerSample', () => {
  it('reads what the exporter of a miner tells', () => {
    expect(
      sampleOf(
        [
          'monero_miner_up 1',
          'monero_miner_mining 1',
          'monero_miner_build_info{version="6.22.2"} 1',
          'monero_miner_connected 1',
          'monero_miner_connection_info{pool="node-rpc:18089",algorithm="rx/0",tls="false"} 1',
          'monero_miner_difficulty 480000',
          'monero_miner_hashrate_hashes_per_second{window="10s"} 611.5',
          'monero_miner_hashrate_hashes_per_second{window="60s"} 600',
          'monero_miner_shares_total{result="accepted"} 12',
          'monero_miner_shares_total{result="rejected"} 1',
        ].join('\n'),
      ),
    ).toEqual({
      up: true,
      mining: true,
      version: '6.22.2',
      connected: true,
      pool: 'node-rpc:18089',
      difficulty: 480_000,
      hashrate10s: 611.5,
      hashrate60s: 600,
      hashrate15m: undefined,
      sharesAccepted: 12,
      sharesRejected: 1,
    });
  });

  it.each([
    ['nothing', ''],
    ['garbage', '\u0000<html>'],
    [
      'a negative speed',
      'monero_miner_hashrate_hashes_per_second{window="10s"} -5',
    ],
    [
      'a count that is no number',
      'monero_miner_shares_total{result="accepted"} NaN',
    ],
  ])('leaves everything unknown for %s', (_, text) => {
    const known = Object.values(sampleOf(text)).filter(
      value => value !== undefined,
    );
    expect(known).toEqual([]);
  });
});
