import { NodeHistory } from './NodeHistory';

const T0 = Date.parse('2026-03-01T12:00:00Z');
const at = (seconds: number) => T0 + seconds * 1000;
const iso = (seconds: number) => new Date(at(seconds)).toISOString();

describe('NodeHistory', () => {
  it('measures the speed over the last two minutes', () => {
    const history = new NodeHistory();
    history.succeeded({ height: 100 }, at(0));
    expect(history.sample.blocksPerSecond).toBeUndefined();
    history.succeeded({ height: 150 }, at(100));
    expect(history.sample.blocksPerSecond).toBeCloseTo(0.5);
    history.succeeded({ height: 350 }, at(200));
    expect(history.sample.blocksPerSecond).toBeCloseTo(2);
  });

  it('knows since when the height stands still', () => {
    const history = new NodeHistory();
    history.succeeded({ height: 100 }, at(0));
    history.succeeded({ height: 101 }, at(10));
    history.succeeded({ height: 101 }, at(20));
    expect(history.sample.heightSince).toBe(iso(10));
    expect(history.sample.sampledAt).toBe(iso(20));
  });

  it('knows since when a node of a public network reaches no peer', () => {
    const history = new NodeHistory();
    const none = { nettype: 'mainnet', peersOut: 0 };
    history.succeeded({ ...none, peersOut: 3 }, at(0));
    expect(history.sample.noPeersOutSince).toBeUndefined();
    history.succeeded(none, at(10));
    history.succeeded(none, at(20));
    expect(history.sample.noPeersOutSince).toBe(iso(10));
    history.succeeded({ ...none, peersOut: 1 }, at(30));
    history.succeeded(none, at(40));
    expect(history.sample.noPeersOutSince).toBe(iso(40));
  });

  it('knows since when others do not find an address, of each', () => {
    const history = new NodeHistory();
    const tor = { network: 'tor', service: 'p2p' } as const;
    const i2p = { network: 'i2p', service: 'p2p' } as const;
    const told = (onTor: boolean, onI2p: boolean) => ({
      services: [
        { ...tor, published: onTor },
        { ...i2p, published: onI2p },
      ],
    });
    history.succeeded(told(true, false), at(0));
    history.succeeded(told(false, false), at(10));
    history.succeeded(told(false, false), at(20));
    expect(history.sample.services).toEqual([
      { ...tor, published: false, since: iso(10) },
      { ...i2p, published: false, since: iso(0) },
    ]);
    history.succeeded(told(false, true), at(30));
    history.succeeded(told(false, false), at(40));
    expect(history.sample.services).toEqual([
      { ...tor, published: false, since: iso(10) },
      { ...i2p, published: false, since: iso(40) },
    ]);
  });

  it.each([
    ['is offline by its own wish', { nettype: 'mainnet', offline: true }],
    ['is of a private network', { nettype: 'regtest' }],
    ['does not say of which network it is', {}],
  ])('wants no peers of a node that %s', (_, sample) => {
    const history = new NodeHistory();
    history.succeeded({ ...sample, peersOut: 0 }, at(0));
    expect(history.sample.noPeersOutSince).toBeUndefined();
  });

  it('starts its measure anew when the chain shrinks', () => {
    const history = new NodeHistory();
    history.succeeded({ height: 1_000 }, at(0));
    history.succeeded({ height: 10 }, at(20));
    expect(history.sample.blocksPerSecond).toBeUndefined();
    expect(history.sample.heightSince).toBe(iso(20));
  });

  it('keeps old values with their age when a scrape fails, and forgets the failure after a good one', () => {
    const history = new NodeHistory();
    history.succeeded({ height: 100, up: true }, at(0));
    history.failed('timeout', at(5));
    history.failed('HTTP status 503', at(10));
    expect(history.failures).toBe(2);
    expect(history.sample).toMatchObject({
      height: 100,
      sampledAt: iso(0),
      failedSince: iso(5),
      failure: 'HTTP status 503',
    });
    history.succeeded({ height: 101 }, at(15));
    expect(history.failures).toBe(0);
    expect(history.sample.failedSince).toBeUndefined();
    expect(history.sample.failure).toBeUndefined();
  });
});
