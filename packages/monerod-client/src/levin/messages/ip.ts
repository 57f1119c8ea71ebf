/** The usual way of writing an IPv6 address; `undefined` if it is none. */
function canonicalIpv6(host: string): string | undefined {
  const url = `http://[${host}]`;
  return URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : undefined;
}

/** Address of 16 bytes as text, shortened as in RFC 5952. */
export function formatIpv6(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    (bytes[index * 2] * 256 + bytes[index * 2 + 1]).toString(16),
  );
  return canonicalIpv6(groups.join(':')) ?? groups.join(':');
}

/** Text as an address of 16 bytes. @throws Error when it is none */
export function parseIpv6(host: string): Uint8Array {
  // A URL would take a path behind the address as well.
  const text = /^[0-9a-f:.]+$/i.test(host) ? canonicalIpv6(host) : undefined;
  if (text === undefined) {
    throw new Error(`expected an IPv6 address, got ${JSON.stringify(host)}`);
  }
  const [front, back] = text.split('::').map(part => part.split(':'));
  const head = front.filter(Boolean);
  const tail = (back ?? []).filter(Boolean);
  const zeros = new Array(8 - head.length - tail.length).fill('0');
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  [...head, ...zeros, ...tail].forEach((group, index) =>
    view.setUint16(index * 2, parseInt(group, 16)),
  );
  return bytes;
}

/** monerod's number of an IPv4 address, its first byte the lowest, as text. */
export function formatIpv4(ip: number): string {
  return [0, 8, 16, 24].map(shift => (ip >>> shift) & 0xff).join('.');
}

/** Text as monerod's number. @throws Error when it is no IPv4 address */
export function parseIpv4(host: string): number {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host);
  const numbers = parts?.slice(1).map(Number);
  if (!numbers || numbers.some(each => each > 255)) {
    throw new Error(`expected an IPv4 address, got ${JSON.stringify(host)}`);
  }
  const [a, b, c, d] = numbers;
  return a + b * 2 ** 8 + c * 2 ** 16 + d * 2 ** 24;
}
