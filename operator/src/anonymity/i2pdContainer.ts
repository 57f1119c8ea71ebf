import {
  ageOf,
  greets,
  IDENTITY_DIR,
  KEY_DIR,
  PATIENCE_SECONDS,
  PRIVATE_I2P_DIR,
  STATE_DIR,
} from './containerParts';
import { ENTRIES } from './identities';
import { i2pdReport } from './i2pdReport';
import { ANONYMITY_PORTS } from './ports';

const { i2pConsole, i2pSocks, i2pInbound, torSocks } = ANONYMITY_PORTS;
const TUNNELS = `${IDENTITY_DIR}/tunnels.conf`;
const KEYS_NAME = 'monero.dat';
const KEYS = `${IDENTITY_DIR}/${KEYS_NAME}`;
/** Stands here once i2pd has answered since it started. */
const ANSWERED = `${IDENTITY_DIR}/answered`;

/**
 * For so long i2pd may ask for its first routers, and answers nobody
 * meanwhile: it tries ten servers one after the other, and tor may take two
 * minutes to say that it does not reach one.
 */
const FIRST_ROUTERS_SECONDS = 30 * 60;

const NOTE_ANSWER = `if ${greets(i2pSocks)}; then : > ${ANSWERED}; exit 0; fi`;

/**
 * Scripts of the container; they want bash and coreutils in the image.
 * - start: i2pd reads its one tunnel from a file, and the settings of a
 *   private network where there are some. Beside it runs what keeps its report;
 * - started: i2pd answers, or has tried for a minute. Whether it has built
 *   tunnels it tells only by and by, so monerod does not wait for that;
 * - alive: i2pd answers, or still asks for its first routers.
 */
export const I2PD_SCRIPTS = {
  start: [
    'umask 077',
    `rm -f ${ANSWERED}`,
    `mkdir -p ${STATE_DIR}/data`,
    // i2pd looks for keys in its data folder alone, whatever the path; they
    // stay in memory.
    `ln -sfn ${KEYS} ${STATE_DIR}/data/${KEYS_NAME}`,
    `cp -f ${KEY_DIR}/${ENTRIES.i2pKeys} ${KEYS}`,
    `printf '%s\\n' '[monero]' 'type = server' 'host = 127.0.0.1' 'port = ${i2pInbound}' 'keys = ${KEYS_NAME}' > ${TUNNELS}`,
    // A private network has nobody who tells a router its address.
    `if test -f ${PRIVATE_I2P_DIR}/i2pd.conf; then set -- --conf=${PRIVATE_I2P_DIR}/i2pd.conf --host="$POD_IP" --address4="$POD_IP" "$@"; fi`,
    ...i2pdReport(KEYS),
    'exec i2pd "$@" --http.pass="$password"',
  ].join('\n'),
  started: [
    NOTE_ANSWER,
    // The file is written at each start.
    `test ${ageOf(TUNNELS)} -ge ${PATIENCE_SECONDS}`,
  ].join('\n'),
  alive: [
    NOTE_ANSWER,
    `test ! -e ${ANSWERED}`,
    `test ${ageOf(TUNNELS)} -lt ${FIRST_ROUTERS_SECONDS}`,
  ].join('\n'),
} as const;

/**
 * i2pd's options, all on its command line.
 * @param behindTor - whether its first peers are asked for through Tor, so
 *   that no DNS is asked in the clear
 */
export function i2pdOptions(behindTor: boolean): string[] {
  const off = ['httpproxy', 'sam', 'i2cp', 'i2pcontrol', 'upnp'];
  return [
    `--datadir=${STATE_DIR}/data`,
    `--tunconf=${TUNNELS}`,
    // Whom to trust for the first peers, as Debian's package has it.
    '--certsdir=/usr/share/i2pd/certificates',
    '--log=stdout',
    '--loglevel=warn',
    '--socksproxy.enabled=true',
    '--socksproxy.address=127.0.0.1',
    `--socksproxy.port=${i2pSocks}`,
    // Its own container reads there how it is; see i2pdReport.
    '--http.enabled=true',
    '--http.address=127.0.0.1',
    `--http.port=${i2pConsole}`,
    '--http.auth=true',
    '--http.user=i2pd',
    ...off.map(each => `--${each}.enabled=false`),
    ...(behindTor
      ? [
          `--reseed.proxy=socks://127.0.0.1:${torSocks}`,
          '--nettime.enabled=false',
        ]
      : []),
  ];
}
