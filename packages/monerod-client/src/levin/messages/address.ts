import {
  blob,
  fixedBytes,
  mapped,
  object,
  optional,
  text,
  u16,
  u32,
  u8,
  ValueOf,
} from '../../storage';
import { formatIpv4, formatIpv6, parseIpv4, parseIpv6 } from './ip';

/** Where a peer listens. */
export type PeerAddress =
  | {
      /** `i2p` addresses have a port that means nothing. */
      type: 'ipv4' | 'ipv6' | 'onion' | 'i2p';
      host: string;
      port: number;
    }
  /** Of a kind that is not known, or that the peer keeps to itself. */
  | { type: 'unknown'; code: number };

/** Numbers of the kinds, as in monero's `address_type`. */
const CODE = { ipv4: 1, ipv6: 2, i2p: 3, onion: 4 } as const;

/** What a Tor or I2P node says of itself when it has no address. */
const UNKNOWN_HOST = /^<unknown .*>$/;

const HOSTS = {
  onion: /^([a-z2-7]{16}|[a-z2-7]{56})\.onion$/i,
  i2p: /^[a-z2-7]{52}\.b32\.i2p$/i,
};

const WIRE = object({
  type: u8(),
  addr: optional(
    object({
      m_ip: optional(u32()),
      m_port: optional(u16()),
      addr: optional(blob(fixedBytes(16))),
      host: optional(text()),
      port: optional(u16()),
    }),
  ),
});

type WireAddress = ValueOf<typeof WIRE>;

function present<T>(name: string, value: T | undefined): T {
  if (value === undefined) {
    throw new Error(`an address without ${name}`);
  }
  return value;
}

function checkHost(type: 'onion' | 'i2p', host: string): string {
  if (!HOSTS[type].test(host)) {
    throw new Error(`expected an ${type} host, got ${JSON.stringify(host)}`);
  }
  return host;
}

function hidden(
  type: 'onion' | 'i2p',
  code: number,
  { host, port }: NonNullable<WireAddress['addr']>,
): PeerAddress {
  const name = present('host', host);
  return UNKNOWN_HOST.test(name)
    ? { type: 'unknown', code }
    : { type, host: checkHost(type, name), port: present('port', port) };
}

function fromWire({ type: code, addr = {} }: WireAddress): PeerAddress {
  switch (code) {
    case CODE.ipv4:
      return {
        type: 'ipv4',
        host: formatIpv4(present('m_ip', addr.m_ip)),
        port: present('m_port', addr.m_port),
      };
    case CODE.ipv6:
      return {
        type: 'ipv6',
        host: formatIpv6(present('addr', addr.addr)),
        port: present('m_port', addr.m_port),
      };
    case CODE.onion:
      return hidden('onion', code, addr);
    case CODE.i2p:
      return hidden('i2p', code, addr);
    default:
      return { type: 'unknown', code };
  }
}

function toWire(address: PeerAddress): WireAddress {
  if (address.type === 'unknown') {
    throw new Error('an address of unknown type cannot be sent');
  }
  const { type, host, port } = address;
  switch (type) {
    case 'ipv4':
      return { type: CODE.ipv4, addr: { m_ip: parseIpv4(host), m_port: port } };
    case 'ipv6':
      return { type: CODE.ipv6, addr: { addr: parseIpv6(host), m_port: port } };
    default:
      return { type: CODE[type], addr: { host: checkHost(type, host), port } };
  }
}

/** A {@link PeerAddress} on the wire. */
export const peerAddress = () => mapped(WIRE, { fromWire, toWire });
