import {
  IDENTITY_DIR,
  KEY_DIR,
  PRIVATE_TOR_DIR,
  STATE_DIR,
} from './containerParts';
import { ENTRIES } from './identities';
import { ANONYMITY_PORTS } from './ports';

const { torSocks, torControl } = ANONYMITY_PORTS;
const COOKIE = `${IDENTITY_DIR}/cookie`;
const SERVICE = `${IDENTITY_DIR}/service`;

/** After so long a node starts without Tor; it is not offered to wallets then. */
const PATIENCE_SECONDS = 60;

/**
 * Scripts of the container; they want bash and coreutils in the image.
 * - start: tor insists on a folder of its own, closed to all others, and
 *   writes the public key and the host name beside the secret key;
 * - started: tor has circuits, or has tried for a minute;
 * - alive: tor answers.
 */
export const TOR_SCRIPTS = {
  start: [
    'umask 077',
    `mkdir -p ${SERVICE}`,
    `cp -f ${KEY_DIR}/${ENTRIES.torSecret} ${SERVICE}/`,
    'exec tor "$@"',
  ].join('\n'),
  started: [
    `exec 3<>/dev/tcp/127.0.0.1/${torControl}`,
    `cookie=$(od -An -tx1 -v ${COOKIE} | tr -d ' \\n')`,
    `printf 'AUTHENTICATE %s\\r\\nGETINFO status/bootstrap-phase\\r\\nQUIT\\r\\n' "$cookie" >&3`,
    'answer=$(cat <&3)',
    'case "$answer" in *PROGRESS=100*) exit 0 ;; esac',
    'echo "$answer"',
    `test $(($(date +%s) - $(stat -c %Y ${COOKIE}))) -ge ${PATIENCE_SECONDS}`,
  ].join('\n'),
  alive: `exec 3<>/dev/tcp/127.0.0.1/${torSocks}`,
} as const;

/**
 * tor's options, all on its command line: a change of them is a change of the
 * pod. The file is that of a private network, and missing otherwise.
 * @param services - what the onion address leads to, by port
 * @param relayPorts - ports of relays that may be used; empty: all
 */
export function torOptions(
  services: readonly (readonly [port: number, target: string])[],
  relayPorts: readonly number[] = [],
): string[] {
  return [
    ...['-f', `${PRIVATE_TOR_DIR}/torrc`, '--ignore-missing-torrc'],
    ...['--defaults-torrc', '/dev/null'],
    ...['--DataDirectory', `${STATE_DIR}/data`],
    ...['--SocksPort', `127.0.0.1:${torSocks}`],
    ...['--ControlPort', `127.0.0.1:${torControl}`],
    ...['--CookieAuthentication', '1', '--CookieAuthFile', COOKIE],
    ...['--Log', 'notice stdout'],
    ...['--ShutdownWaitLength', '0'],
    ...(relayPorts.length > 0
      ? ['--ReachableAddresses', relayPorts.map(port => `*:${port}`).join(', ')]
      : []),
    ...['--HiddenServiceDir', SERVICE],
    ...services.flatMap(([port, target]) => [
      '--HiddenServicePort',
      `${port} ${target}`,
    ]),
  ];
}
