import type { DaemonInfo } from '../../endpoints/getInfo';
import { inSync, SyncVerdict } from '../../inSync';
import { Command } from '../command';
import { DAEMON_OPTIONS, withDaemon } from '../daemonOptions';
import { EXIT } from '../exitCodes';
import { facts } from '../table';
import { bytes, grouped, when } from '../units';

const optional = <T>(value: T | undefined, text: (value: T) => string) =>
  value === undefined ? undefined : text(value);

function connectionsOf(info: DaemonInfo): string | undefined {
  const { incomingConnections, outgoingConnections, rpcConnections } = info;
  return optional(
    incomingConnections,
    incoming =>
      `${outgoingConnections} out, ${incoming} in, ${rpcConnections} to the RPC`,
  );
}

/** A daemon as people read it; what a restricted listener masks is left out. */
export function infoText(
  info: DaemonInfo,
  verdict: SyncVerdict,
  nowMs: number,
): string {
  return facts([
    ['state', verdict.reason],
    ['network', info.nettype],
    ['height', grouped(info.height)],
    ['target height', optional(info.targetHeight, grouped)],
    ['top block', info.topBlockHash],
    ['difficulty', grouped(info.difficulty)],
    ['connections', connectionsOf(info)],
    [
      'known peers',
      optional(
        info.whitePeers,
        white =>
          `${grouped(white)} white, ${grouped(info.greyPeers ?? 0)} grey`,
      ),
    ],
    ['pool', `${grouped(info.poolTransactions)} transactions`],
    ['chain', `${grouped(info.transactions)} transactions`],
    [
      'database',
      `${bytes(info.databaseSizeBytes)}${
        info.databaseSizeApproximate ? ', rounded up' : ''
      }`,
    ],
    ['free space', optional(info.freeSpaceBytes, bytes)],
    ['version', info.version],
    ['update', info.updateAvailable ? 'available' : undefined],
    ['started', optional(info.startTimeSeconds, at => when(at, nowMs))],
    ['listener', info.restricted ? 'restricted' : 'unrestricted'],
  ]);
}

export const info: Command = {
  name: 'info',
  summary: 'state of a daemon: height, peers, version, disk',
  options: {
    check: {
      type: 'boolean',
      help: 'exit code 1 when the node is not in sync',
    },
    ...DAEMON_OPTIONS,
  },
  examples: [
    '',
    '--url http://node.example:18089',
    '--check --json --timeout 2',
  ],
  run: ({ options, io, signal, show }) =>
    withDaemon(options, io.env, async client => {
      const state = await client.getInfo({ signal });
      const verdict = inSync(state);
      show({ ...verdict, ...state }, () =>
        infoText(state, verdict, Date.now()),
      );
      return options.flag('check') && !verdict.inSync ? EXIT.no : EXIT.ok;
    }),
};
