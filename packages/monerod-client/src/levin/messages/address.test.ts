import fc from 'fast-check';
import { object, storageCodec, StorageError } from '../../storage';
import { documentOf, failure, toHex } from '../../storage/__testUtils__/hex';
import { PeerAddress, peerAddress } from './address';

const codec = storageCodec(object({ adr: peerAddress() }));
const ONION = `${'a'.repeat(55)}d.onion`;
const I2P = `${'b'.repeat(52)}.b32.i2p`;

const hexOf = (text: string) => Buffer.from(text, 'latin1').toString('hex');
/** `addr`, an object with these fields, and `type`; as monerod orders them. */
const adr = (fields: string, type: string) =>
  documentOf(
    `04 03 ${hexOf('adr')} 0c 08 04 ${hexOf('addr')} 0c ${fields} 04 ${hexOf(
      'type',
    )} 08 ${type}`,
  );
const M_PORT = `06 ${hexOf('m_port')} 07 a046`;
const PORT = `04 ${hexOf('port')} 07 a046`;
const ip = (digits: string) => `04 ${hexOf('m_ip')} 06 ${digits}`;
const host = (name: string, length: string) =>
  `04 ${hexOf('host')} 0a ${length} ${hexOf(name)}`;

describe('correct, both directions', () => {
  it.each<[PeerAddress, Uint8Array]>([
    [
      { type: 'ipv4', host: '203.0.113.254', port: 18080 },
      adr(`08 ${ip('cb0071fe')} ${M_PORT}`, '01'),
    ],
    [
      { type: 'ipv6', host: '2001:db8::1:0:0:fe', port: 18080 },
      adr(
        `08 04 ${hexOf(
          'addr',
        )} 0a 40 20010db80000000000010000000000fe ${M_PORT}`,
        '02',
      ),
    ],
    [
      { type: 'i2p', host: I2P, port: 18080 },
      adr(`08 ${host(I2P, 'f0')} ${PORT}`, '03'),
    ],
    [
      { type: 'onion', host: ONION, port: 18080 },
      adr(`08 ${host(ONION, 'f8')} ${PORT}`, '04'),
    ],
  ])('%j', (address, bytes) => {
    expect(toHex(codec.encode({ adr: address }))).toBe(toHex(bytes));
    expect(codec.decode(bytes)).toEqual({ adr: address });
  });

  it.each(['::', '::1', 'ff02::1', '1:2:3:4:5:6:7:8', '::ffff:cb00:7101'])(
    'the IPv6 address %s',
    address => {
      const value = { adr: { type: 'ipv6', host: address, port: 1 } } as const;
      expect(codec.decode(codec.encode(value))).toEqual(value);
    },
  );

  it('any IPv4 and IPv6 address', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.ipV4().map(text => ['ipv4', text] as const),
          fc
            .array(fc.integer({ min: 0, max: 0xffff }), {
              minLength: 8,
              maxLength: 8,
            })
            .map(groups => groups.map(each => each.toString(16)).join(':'))
            .map(
              text =>
                [
                  'ipv6',
                  new URL(`http://[${text}]`).hostname.slice(1, -1),
                ] as const,
            ),
        ),
        ([type, text]) => {
          const value = { adr: { type, host: text, port: 1 } };
          expect(codec.decode(codec.encode(value))).toEqual(value);
        },
      ),
    );
  });
});

it.each<[string, Uint8Array, PeerAddress]>([
  [
    'of a kind of times to come',
    adr(`08 ${host('x', '04')} ${PORT}`, '05'),
    { type: 'unknown', code: 5 },
  ],
  [
    'of a Tor node that keeps its address to itself',
    adr(
      `08 ${host('<unknown tor host>', '48')} 04 ${hexOf('port')} 07 0000`,
      '04',
    ),
    { type: 'unknown', code: 4 },
  ],
])('reads an address %s', (_what, bytes, address) => {
  expect(codec.decode(bytes)).toEqual({ adr: address });
});

it.each<[string, PeerAddress, string]>([
  [
    'an IPv4 address beyond 255',
    { type: 'ipv4', host: '1.2.3.256', port: 1 },
    'adr: expected an IPv4 address, got "1.2.3.256"',
  ],
  [
    'a name for an IPv4 address',
    { type: 'ipv4', host: 'localhost', port: 1 },
    'adr: expected an IPv4 address, got "localhost"',
  ],
  [
    'an IPv4 address for an IPv6 one',
    { type: 'ipv6', host: '1.2.3.4', port: 1 },
    'adr: expected an IPv6 address, got "1.2.3.4"',
  ],
  [
    'an IPv6 address with a path',
    { type: 'ipv6', host: '::1]/[::1', port: 1 },
    'adr: expected an IPv6 address, got "::1]/[::1"',
  ],
  [
    'a port beyond 65535',
    { type: 'ipv4', host: '1.2.3.4', port: 65536 },
    'adr.addr.m_port: expected an integer from 0 to 65535, got 65536',
  ],
  [
    'another name for an onion host',
    { type: 'onion', host: 'example.com', port: 1 },
    'adr: expected an onion host, got "example.com"',
  ],
  [
    'an unknown address',
    { type: 'unknown', code: 4 },
    'adr: an address of unknown type cannot be sent',
  ],
])('refuses to write %s', (_what, address, message) => {
  const error = failure<StorageError>(() => codec.encode({ adr: address }));
  expect([error.code, error.message]).toEqual(['BadValue', message]);
});

it.each<[string, Uint8Array, string]>([
  [
    'an IPv4 address without address',
    adr(`04 ${M_PORT}`, '01'),
    'adr: an address without m_ip',
  ],
  [
    'an IPv4 address without port',
    adr(`04 ${ip('01020304')}`, '01'),
    'adr: an address without m_port',
  ],
  [
    'an IPv6 address without address',
    adr(`04 ${M_PORT}`, '02'),
    'adr: an address without addr',
  ],
  [
    'an IPv6 address of 15 bytes',
    adr(`04 04 ${hexOf('addr')} 0a 3c ${'00'.repeat(15)}`, '02'),
    'adr.addr.addr: expected 16 bytes, got 15',
  ],
  [
    'another name for an I2P host',
    adr(`08 ${host('x', '04')} ${PORT}`, '03'),
    'adr: expected an i2p host, got "x"',
  ],
  [
    'an onion address without port',
    adr(`04 ${host(ONION, 'f8')}`, '04'),
    'adr: an address without port',
  ],
])('refuses to read %s', (_what, bytes, message) => {
  const error = failure<StorageError>(() => codec.decode(bytes));
  expect(error.code).toBe('BadValue');
  expect(error.message).toContain(message);
});
