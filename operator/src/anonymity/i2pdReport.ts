import { ANONYMITY_PORTS } from './ports';
import { REPORT_SECONDS, reporting } from './reports';

/** The console, which could also stop the router: for who knows the password, which only this container does. */
export const CONSOLE_ADDRESS = `127.0.0.1:${ANONYMITY_PORTS.i2pConsole}`;

/** Of 679 bytes of a file with keys, those that the address is made of. */
const IDENTITY_BYTES = 391;

/** What tells a tunnel that works, on a page of the console. */
const WORKING = 'tunnel established';

const ASK = [
  'ask() {',
  `  { exec 3<>/dev/tcp/127.0.0.1/${ANONYMITY_PORTS.i2pConsole}; } 2>/dev/null || return 1`,
  // bash itself would write line by line, and i2pd reads a request only once.
  `  env printf 'GET /%s HTTP/1.0\\r\\nHost: ${CONSOLE_ADDRESS}\\r\\nAuthorization: Basic %s\\r\\n\\r\\n' "$1" "$(printf 'i2pd:%s' "$password" | base64 -w0)" >&3 || return 1`,
  `  page=$(timeout ${REPORT_SECONDS} cat <&3) || return 1`,
  '}',
];

/**
 * Shell that keeps i2pd's report, one `name number` a line:
 * - `routers`: how many it knows;
 * - `success`: percent of tunnels whose building succeeded lately;
 * - `inbound`, `outbound`: tunnels of the server destination that work. i2pd
 *   publishes the leases of the inbound ones by itself; whether a floodfill
 *   took them it tells nobody.
 *
 * Numbers that a page does not hold are left out.
 * @param keys - file of the destination's keys, whose first part is hashed to
 *   its address
 */
export function i2pdReport(keys: string): string[] {
  return [
    ...reporting('i2pd'),
    `password=$(od -An -tx1 -v -N16 /dev/urandom | tr -d ' \\n')`,
    `address=$(head -c ${IDENTITY_BYTES} ${keys} | sha256sum | cut -d' ' -f1 | tr a-f A-F | basenc -d --base16 | base32 -w0 | tr -d = | tr A-Z a-z)`,
    ...ASK,
    // The number behind a heading of the page; nothing where there is none.
    'number() {',
    '  local rest=${page#*">$1:</b> "}',
    '  test "$rest" = "$page" || echo "$2 ${rest%%[!0-9]*}"',
    '}',
    // How many tunnels of a list work.
    'working() {',
    `  local rest=\${1//${WORKING}/}`,
    `  echo "$2 $(((\${#1} - \${#rest}) / ${WORKING.length}))"`,
    '}',
    'look() {',
    '  local router in out',
    "  ask '' || return 1",
    `  router=$(number Routers routers; number 'Tunnel creation success rate' success)`,
    '  ask "?page=local_destination&b32=$address" || return 1',
    '  in=${page#*>Inbound tunnels} out=${page#*>Outbound tunnels}',
    '  test "$in" != "$page" -a "$out" != "$page" || return 1',
    '  report "$router" "$(working "${in%%>Outbound tunnels*}" inbound; working "$out" outbound)"',
    `  sleep ${REPORT_SECONDS}`,
    '}',
    'watching &',
  ];
}
