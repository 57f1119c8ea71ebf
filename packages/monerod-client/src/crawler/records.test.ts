import { addressText, isLocal, parseAddressText, prefixOf } from './address';
import { CrawlAddress } from './address';
import { EdgeRecord, NodeRecord, parseRecord, RecordError } from './records';
import { Reporter } from './report';
import { MAX_PICTURE_NODES, Picture } from './svg';

const node = (
  address: string,
  changes: Partial<NodeRecord> = {},
): NodeRecord => ({
  type: 'node',
  address,
  outcome: 'reached',
  atSeconds: 1_800_000_000,
  tookMs: 12,
  height: 3_000_000,
  topId: 'ab'.repeat(32),
  topVersion: 16,
  pruningSeed: 0,
  peerId: '0000000000000007',
  peers: 2,
  ...changes,
});

const edge = (from: string, to: string): EdgeRecord => ({
  type: 'edge',
  from,
  to,
});

describe('an address', () => {
  it.each<[string, CrawlAddress, string]>([
    [
      '203.0.113.7:18080',
      { kind: 'ipv4', host: '203.0.113.7', port: 18080 },
      '203.0.0.0/16',
    ],
    [
      '[2001:db8::7]:18080',
      { kind: 'ipv6', host: '2001:db8::7', port: 18080 },
      '2001:db8::/32',
    ],
    [
      `${'a'.repeat(56)}.onion:18083`,
      { kind: 'onion', host: `${'a'.repeat(56)}.onion`, port: 18083 },
      'onion',
    ],
    [
      `${'a'.repeat(52)}.b32.i2p:0`,
      { kind: 'i2p', host: `${'a'.repeat(52)}.b32.i2p`, port: 0 },
      'i2p',
    ],
  ])(
    '%s is read and written, and belongs to a network',
    (text, address, prefix) => {
      expect(parseAddressText(text)).toEqual(address);
      expect(addressText(address)).toBe(text);
      expect(prefixOf(address)).toBe(prefix);
    },
  );

  it.each([
    '',
    '203.0.113.7',
    'node.example:18080',
    '[::1]',
    '1.2.3.4:70000',
    '999.1.1.1:1',
  ])('is not %j', text => {
    expect(parseAddressText(text)).toBeUndefined();
  });

  it.each<[string, boolean]>([
    ['10.1.2.3:1', true],
    ['100.64.0.1:1', true],
    ['172.31.0.1:1', true],
    ['224.0.0.1:1', true],
    ['255.255.255.255:1', true],
    ['[::1]:1', true],
    ['[::ffff:10.0.0.1]:1', true],
    ['[fe80::1]:1', true],
    ['172.32.0.1:1', false],
    ['8.8.8.8:1', false],
    ['[2600::1]:1', false],
  ])('%s is local: %s', (text, local) => {
    expect(isLocal(parseAddressText(text) as CrawlAddress)).toBe(local);
  });
});

describe('a record', () => {
  it.each([
    node('203.0.113.7:18080'),
    node('203.0.113.7:18080', { outcome: 'Timeout' }),
    { ...edge('203.0.113.7:1', '[2001:db8::7]:2'), lastSeenSeconds: 5 },
  ])('is read as it was written', record => {
    expect(parseRecord(JSON.stringify(record))).toEqual(record);
  });

  it.each<[string, string]>([
    ['{"type":', 'not JSON: "{\\"type\\":"'],
    ['7', 'not an object: 7'],
    ['{"type":"peer"}', 'type: "peer" is neither node nor edge'],
    [
      '{"type":"node","outcome":"great"}',
      'outcome: "great" is none of reached, Timeout, Unreachable, Refused, WrongNetwork, Closed, BadMessage, CallFailed',
    ],
    [
      '{"type":"edge","from":"x","to":"y"}',
      'from: "x" is not an address such as 203.0.113.7:18080',
    ],
    [
      '{"type":"node","outcome":"reached","address":"1.2.3.4:5","height":-1}',
      'height: -1 is not an integer from 0',
    ],
  ])('%s says what is wrong with it', (line, message) => {
    expect(() => parseRecord(line)).toThrow(new RecordError(message));
  });
});

describe('the report', () => {
  it('counts what was found, and how fresh lists of peers are', () => {
    const reporter = new Reporter(() => 1_000);
    [
      node('203.0.113.1:18080'),
      node('203.0.113.2:18080', {
        height: 7,
        pruningSeed: 387,
        rpcPort: 18089,
      }),
      node('198.51.100.3:28080', { outcome: 'Timeout' }),
      edge('203.0.113.1:18080', '203.0.113.2:18080'),
      edge('203.0.113.2:18080', '203.0.113.1:18080'),
      edge('203.0.113.2:18080', '198.51.100.3:28080'),
      { ...edge('203.0.113.2:18080', '198.51.100.4:1'), lastSeenSeconds: 400 },
    ].forEach(each => reporter.add(each));
    expect(reporter.report()).toEqual({
      dialled: 3,
      reached: 2,
      reachableShare: 2 / 3,
      outcomes: [
        { value: 'reached', count: 2 },
        { value: 'Timeout', count: 1 },
      ],
      heights: [
        { value: '3000000', count: 1 },
        { value: '7', count: 1 },
      ],
      topVersions: [{ value: '16', count: 2 }],
      pruningSeeds: [
        { value: '0', count: 1 },
        { value: '387', count: 1 },
      ],
      ports: [{ value: '18080', count: 2 }],
      kinds: [{ value: 'ipv4', count: 2 }],
      prefixes: [{ value: '203.0.0.0/16', count: 2 }],
      withRpc: 1,
      freshness: { told: 4, reachedShare: 2 / 3, medianAgeSeconds: 600 },
    });
  });

  it('knows no shares of nothing', () => {
    const report = new Reporter(() => 0).report();
    expect(report).not.toHaveProperty('reachableShare');
    expect(report.freshness).toEqual({ told: 0 });
  });

  it('does not grow with what hostile peers invent', () => {
    const reporter = new Reporter(() => 0);
    for (let height = 0; height < 6_000; height += 1) {
      reporter.add(node('203.0.113.1:18080', { height }));
    }
    const { heights } = reporter.report();
    expect(heights).toHaveLength(5_001);
    expect(heights[0]).toEqual({ value: 'other', count: 1_000 });
  });
});

describe('the picture', () => {
  it('draws who was reached, who was not, and who told of whom', () => {
    const picture = new Picture();
    picture.add(node('203.0.113.1:18080'));
    picture.add(node('203.0.113.2:18080', { outcome: 'Timeout' }));
    picture.add(edge('203.0.113.1:18080', '203.0.113.2:18080'));
    picture.add(edge('203.0.113.1:18080', '203.0.113.3:18080'));
    const svg = picture.svg() ?? '';
    expect(svg).toMatch(/^<svg /);
    expect(svg.match(/<line /g)).toHaveLength(2);
    expect(svg.match(/class="reached"/g)).toHaveLength(1);
    expect(svg.match(/class="Timeout"/g)).toHaveLength(1);
    expect(svg.match(/class="told"/g)).toHaveLength(1);
  });

  it('is not made of a large network', () => {
    const picture = new Picture();
    for (let port = 1; port <= MAX_PICTURE_NODES + 1; port += 1) {
      picture.add(node(`203.0.113.1:${port}`));
    }
    expect(picture.svg()).toBeUndefined();
  });
});
