import { BlockList, isIPv4, isIPv6 } from 'node:net';
import type { PeerAddress } from '../levin';

/** Networks that a crawl may dial. */
export type DialKind = 'ipv4' | 'ipv6' | 'onion' | 'i2p';

/** Where a peer listens, as the crawler knows it. */
export interface CrawlAddress {
  kind: DialKind;
  host: string;
  port: number;
}

/** Addresses that mean nothing outside the network of who tells them (RFC 6890). */
// one list for each: a list takes IPv4 for its mapped IPv6
const LOCAL = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  LOCAL.ipv4.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 127],
  ['::ffff:0:0', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  LOCAL.ipv6.addSubnet(network, bits, 'ipv6');
}

/** Whether an address lies in a private, local or reserved range. */
export function isLocal({ kind, host }: CrawlAddress): boolean {
  return (kind === 'ipv4' || kind === 'ipv6') && LOCAL[kind].check(host, kind);
}

/** The address as the records write it: `host:port`, IPv6 in brackets. */
export const addressText = ({ kind, host, port }: CrawlAddress): string =>
  kind === 'ipv6' ? `[${host}]:${port}` : `${host}:${port}`;

const TEXT = /^(?:\[([0-9a-f:.]{2,45})\]|([a-z0-9.-]{1,255})):(\d{1,5})$/i;

function kindOf(host: string): DialKind | undefined {
  if (isIPv4(host)) return 'ipv4';
  if (isIPv6(host)) return 'ipv6';
  if (/\.onion$/i.test(host)) return 'onion';
  return /\.i2p$/i.test(host) ? 'i2p' : undefined;
}

/** Reads what {@link addressText} writes; `undefined` for anything else. */
export function parseAddressText(text: string): CrawlAddress | undefined {
  const [, bracketed, plain, digits] = TEXT.exec(text) ?? [];
  const host = bracketed ?? plain;
  const kind = host && kindOf(host);
  const port = Number(digits);
  return kind && port <= 65_535 ? { kind, host, port } : undefined;
}

/** An address that a peer told; `undefined` when nobody could dial it. */
export function fromPeerAddress(told: PeerAddress): CrawlAddress | undefined {
  if (told.type === 'unknown') return undefined;
  // an I2P address has no port
  const dialable = told.type === 'i2p' || (told.port > 0 && told.port < 65_536);
  return dialable
    ? { kind: told.type, host: told.host, port: told.port }
    : undefined;
}

/** Network that an address belongs to, which says nothing of countries: /16 of IPv4, /32 of IPv6. */
export function prefixOf({ kind, host }: CrawlAddress): string {
  if (kind === 'ipv4') return `${host.split('.').slice(0, 2).join('.')}.0.0/16`;
  if (kind === 'ipv6') {
    const [head] = host.split('::');
    const groups = head.split(':').filter(Boolean);
    return `${[groups[0] ?? '0', groups[1] ?? '0'].join(':')}::/32`;
  }
  return kind;
}
