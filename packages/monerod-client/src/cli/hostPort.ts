import { isIPv6 } from 'node:net';
import { UsageError } from './UsageError';

const BRACKETED = /^\[([^\]]+)\](?::(\d+))?$/;
const PLAIN = /^([^\s:/[\]]+)(?::(\d+))?$/;

/** Reads `HOST`, `HOST:PORT`, `[IPV6]:PORT` or a bare IPv6 address. @throws UsageError */
export function parseHostPort(
  text: string,
  defaultPort: number,
): { host: string; port: number } {
  if (isIPv6(text)) {
    return { host: text, port: defaultPort };
  }
  const [, host, port] = BRACKETED.exec(text) ?? PLAIN.exec(text) ?? [];
  const number = port === undefined ? defaultPort : Number(port);
  if (host === undefined || number < 1 || number > 65_535) {
    throw new UsageError(
      `${JSON.stringify(text)}: expected HOST, HOST:PORT or [IPV6]:PORT`,
    );
  }
  return { host, port: number };
}
