import {
  ageOf,
  greets,
  IDENTITY_DIR,
  KEY_DIR,
  PATIENCE_SECONDS,
  PRIVATE_TOR_DIR,
  STATE_DIR,
} from './containerParts';
import { ENTRIES } from './identities';
import { ANONYMITY_PORTS } from './ports';
import { TOR_COOKIE, TOR_REPORT } from './torReport';

const { torSocks, torControl } = ANONYMITY_PORTS;
const SERVICE = `${IDENTITY_DIR}/service`;
/** Stands here while monerod was found without an outgoing peer once. */
const SILENT = `${IDENTITY_DIR}/silent`;

/** Says one command on tor's control port; what tor answers is in $answer. */
function control(command: string): string[] {
  return [
    `exec 3<>/dev/tcp/127.0.0.1/${torControl}`,
    `cookie=$(od -An -tx1 -v ${TOR_COOKIE} | tr -d ' \\n')`,
    `printf 'AUTHENTICATE %s\\r\\n${command}\\r\\nQUIT\\r\\n' "$cookie" >&3`,
    'answer=$(cat <&3)',
  ];
}

const ALIVE = `${greets(torSocks)} || exit 1`;

/**
 * Scripts of the container; they want bash and coreutils in the image.
 * - start: tor insists on a folder of its own, closed to all others, and
 *   writes the public key and the host name beside the secret key. Beside it
 *   runs what keeps its report;
 * - started: tor has circuits, or has tried for a minute;
 * - alive: tor answers; see also {@link aliveAndRelaying}.
 */
export const TOR_SCRIPTS = {
  start: [
    'umask 077',
    `mkdir -p ${SERVICE}`,
    `cp -f ${KEY_DIR}/${ENTRIES.torSecret} ${SERVICE}/`,
    ...TOR_REPORT,
    'exec tor "$@"',
  ].join('\n'),
  started: [
    ...control('GETINFO status/bootstrap-phase'),
    'case "$answer" in *PROGRESS=100*) exit 0 ;; esac',
    'echo "$answer"',
    `test ${ageOf(TOR_COOKIE)} -ge ${PATIENCE_SECONDS}`,
  ].join('\n'),
  alive: ALIVE,
} as const;

/**
 * Whether tor answers, of a node that hands transactions on. When monerod has
 * had no outgoing peer twice in a row, tor is told to take new circuits: a peer
 * that ended just when tor had introduced itself to it leaves a circuit behind
 * on which tor lets all attempts wait for three minutes, though the peer is
 * back at once. No other connection is lost by that.
 * @param exporterPort - where `/relayz` says 503 as long as there is none
 */
export function aliveAndRelaying(exporterPort: number): string {
  return [
    ALIVE,
    `verdict=$(timeout 3 bash -c 'exec 4<>/dev/tcp/127.0.0.1/${exporterPort}; printf "GET /relayz HTTP/1.0\\r\\n\\r\\n" >&4; head -n 1 <&4' || true)`,
    // Any other answer, or none, is no reason to give circuits up.
    `case "$verdict" in *' 503 '*) ;; *) rm -f ${SILENT}; exit 0 ;; esac`,
    `if ! test -e ${SILENT}; then : > ${SILENT}; exit 0; fi`,
    `rm -f ${SILENT}`,
    ...control('SIGNAL NEWNYM'),
  ].join('\n');
}

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
    ...['--CookieAuthentication', '1', '--CookieAuthFile', TOR_COOKIE],
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
