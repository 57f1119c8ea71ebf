/** Where containers of tor and i2pd see their own key, one file. */
export const KEY_DIR = '/run/keys';

/** Memory that belongs to the container alone: keys as the program wants them. */
export const IDENTITY_DIR = '/run/identity';

/** What outlives the container. */
export const STATE_DIR = '/var/lib/anonymity';

/** Settings of a private Tor network, for tests. */
export const PRIVATE_TOR_DIR = '/etc/private-tor';

/** The same of a private I2P network. */
export const PRIVATE_I2P_DIR = '/etc/private-i2p';

/**
 * After so long a node starts though its tor or i2pd has found no network; it
 * is not offered to wallets then.
 */
export const PATIENCE_SECONDS = 60;

/** Shell for how many seconds ago a file was written. */
export function ageOf(file: string): string {
  return `$(($(date +%s) - $(stat -c %Y ${file})))`;
}

/**
 * For so long a tor or i2pd that has hung may go on after it was told to end;
 * the node's own limit leaves monerod minutes.
 */
export const HUNG_LIMIT_SECONDS = 10;

/**
 * Shell that succeeds when a SOCKS proxy answers a greeting (RFC 1928, section
 * 3). A connection alone proves nothing: the kernel takes it for a program that
 * has hung.
 */
export function greets(port: number): string {
  return `{ exec 3<>/dev/tcp/127.0.0.1/${port} && printf '\\5\\1\\0' >&3 && read -r -N 1 -t 3 -u 3; } 2>/dev/null`;
}

/** ConfigMaps with the settings of private networks; absent: the real ones. */
export interface PrivateNetworks {
  /** With the key `torrc`. */
  tor?: string;
  /** With the keys `i2pd.conf` and, for its first peers, `seed.zip`. */
  i2p?: string;
}

/**
 * A command that runs a script; the container's args are the script's.
 * @param name - how the script calls itself
 */
export function shell(script: string, name: string): string[] {
  return ['bash', '-euc', script, name];
}
