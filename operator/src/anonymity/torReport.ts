import { IDENTITY_DIR } from './containerParts';
import { ANONYMITY_PORTS } from './ports';
import { REPORT_SECONDS, reporting } from './reports';

/** Where tor leaves the password of its control port, for its own user alone. */
export const TOR_COOKIE = `${IDENTITY_DIR}/cookie`;

const QUESTION =
  'GETINFO status/bootstrap-phase status/circuit-established circuit-status';

/**
 * Shell that keeps tor's report, one `name number` a line:
 * - `bootstrapped`: percent;
 * - `circuits`: 1 when tor can make circuits;
 * - `introductions`: circuits on which others may ask for the onion service;
 * - `uploaded`: Unix seconds at which a directory last took its descriptor, 0
 *   when none has since tor started. tor tells that at the moment it happens
 *   and never again, so the connection lasts as long as tor does.
 */
export const TOR_REPORT: readonly string[] = [
  ...reporting('tor'),
  'uploaded=0 bootstrapped=0 circuits=0 introductions=0',
  'tell() { report "bootstrapped $bootstrapped" "circuits $circuits" "introductions $introductions" "uploaded $uploaded"; }',
  'look() {',
  '  local line silent asked whole=',
  // Events never stop where a peer's address is not found: silence alone would ask no more.
  `  ask() { asked=$EPOCHSECONDS; printf '${QUESTION}\\r\\n' >&3; }`,
  `  { exec 3<>/dev/tcp/127.0.0.1/${ANONYMITY_PORTS.torControl}; } 2>/dev/null || return 1`,
  `  printf 'AUTHENTICATE %s\\r\\nSETEVENTS HS_DESC\\r\\n' "$(od -An -tx1 -v ${TOR_COOKIE} | tr -d ' \\n')" >&3 && ask || return 1`,
  '  while :; do',
  `    IFS= read -r -t ${REPORT_SECONDS} line <&3 && silent=0 || silent=$?`,
  // More than 128 is the time that is over; else tor has hung up.
  '    test $silent = 0 -o $silent -gt 128 || return 1',
  `    if test $((EPOCHSECONDS - asked)) -ge ${REPORT_SECONDS}; then ask || return 1; fi`,
  '    test $silent = 0 || continue',
  "    line=${line%$'\\r'}",
  '    case "$line" in',
  `      '650 HS_DESC UPLOADED '*) uploaded=$EPOCHSECONDS; ask || return 1 ;;`,
  '      *status/bootstrap-phase=*) line=${line#*PROGRESS=}; bootstrapped=${line%% *} ;;',
  '      *status/circuit-established=*) circuits=${line#*=} ;;',
  '      *circuit-status=*) introductions=0; whole=1 ;;',
  '      \'250 OK\') if test -n "$whole"; then whole=; tell; fi ;;',
  // An error, unless it stands in an answer: circuits have such numbers too.
  '      [45]??\' \'*) test -n "$whole" || return 1 ;;',
  '    esac',
  '    case "$line" in *PURPOSE=HS_SERVICE_INTRO*HS_STATE=HSSI_ESTABLISHED*) introductions=$((introductions + 1)) ;; esac',
  '  done',
  '}',
  'watching &',
];
