import {
  networkArgs,
  parseMonerodArgs,
  PORTS,
  ResolvedNodeSetSpec,
} from '@monero-portal/monero-api';
import { anonymityArgs } from './anonymity';
import { isAlone } from './peers';

/** Where the volume is mounted in the pod. */
export const DATA_DIR = '/var/lib/monero';

/** Where the files of peers are mounted. */
export const CONFIG_DIR = '/etc/monerod';

/** More than a node of a closed net can have: members of its set and peers. */
const MAX_CLOSED_PEERS = 256;

/**
 * monerod's command line: what the operator decides, then what the user
 * wrote. An option that may be given once and that the user gives is the
 * user's. Nothing here depends on the number of pods or on peers but that one
 * alone on regtest is offline: else it would wait for peers for ever.
 */
export function monerodArgs(spec: ResolvedNodeSetSpec): string[] {
  const { args } = spec.monerod;
  const given = new Set(parseMonerodArgs([...args]).map(({ flag }) => flag));
  const preset = presetArgs(spec).filter(
    arg => !given.has(arg.slice(2).split('=')[0]),
  );
  return [...ownedArgs(spec), ...preset, ...args];
}

/** Options that the user cannot set. */
function ownedArgs(spec: ResolvedNodeSetSpec): string[] {
  const { p2p, rpc } = PORTS.byNetwork[spec.network];
  return [
    ...networkArgs(spec.network),
    `--data-dir=${DATA_DIR}`,
    `--config-file=${CONFIG_DIR}/$(POD_NAME).conf`,
    '--non-interactive',
    '--log-file=/dev/null', // the output of the container is the log
    '--max-log-file-size=0',
    '--check-updates=disabled',
    '--p2p-bind-ip=0.0.0.0',
    `--p2p-bind-port=${p2p}`,
    // Only the exporter, in the same pod, may use the full RPC.
    '--rpc-bind-ip=127.0.0.1',
    `--rpc-bind-port=${rpc}`,
    '--rpc-restricted-bind-ip=0.0.0.0',
    `--rpc-restricted-bind-port=${PORTS.restrictedRpc}`,
    '--rpc-ssl=disabled',
    '--no-zmq',
    ...anonymityArgs(spec),
    ...(spec.monerod.prune ? ['--prune-blockchain'] : []),
  ];
}

/** Options that the user may set otherwise. */
function presetArgs(spec: ResolvedNodeSetSpec): string[] {
  const common = [
    '--no-igd',
    ...(spec.tor.proxyClearnet ? ['--disable-dns-checkpoints'] : []),
  ];
  if (spec.network !== 'regtest') return common;
  return [
    ...common,
    '--keep-fakechain',
    '--fixed-difficulty=1',
    '--disable-dns-checkpoints',
    '--allow-local-ip',
    '--max-connections-per-ip=100',
    // With 12, its default, monerod drops peers of its own choice beyond them.
    `--out-peers=${MAX_CLOSED_PEERS}`,
    ...(isAlone(spec) ? ['--offline'] : []),
  ];
}
