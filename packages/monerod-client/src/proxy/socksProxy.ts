/** A SOCKS5 proxy, such as Tor's or I2P's. */
export interface SocksProxy {
  host: string;
  port: number;
  /** Tor keeps connections with other names on circuits of their own. */
  username?: string;
  password?: string;
}

/** Where Tor listens. */
const DEFAULT_PORT = 9050;
const SCHEMES = /^socks5?h?:$/;

/**
 * Reads `socks5://[USER:PASSWORD@]HOST[:PORT]`, or `HOST:PORT`.
 *
 * @throws TypeError saying what is wrong
 */
export function parseSocksProxy(input: string | URL): SocksProxy {
  const text = String(input);
  const whole = text.includes('://') ? text : `socks5://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  const port = Number(url?.port || DEFAULT_PORT);
  if (!url || !SCHEMES.test(url.protocol) || !url.hostname || port < 1) {
    throw new TypeError(
      `proxy: ${JSON.stringify(
        text,
      )} is not a SOCKS proxy such as socks5://127.0.0.1:9050`,
    );
  }
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port,
    ...(url.username
      ? {
          username: decodeURIComponent(url.username),
          password: decodeURIComponent(url.password),
        }
      : {}),
  };
}
