import type { Connection, DaemonClient } from 'monerod-client';
import { explain } from './explain';
import { within } from './patience';
import { PROBE_WAIT_MS, Readiness } from './readiness';

/** What hands its transactions on. */
export type ConnectedDaemon = Pick<DaemonClient, 'getConnections'>;

const ANONYMOUS: ReadonlySet<Connection['addressKind']> = new Set([
  'tor',
  'i2p',
]);

/**
 * Whether a node with a tx-proxy gets its wallets' transactions out: monerod
 * hands them to outgoing peers on Tor and I2P alone, and keeps them silently
 * when there is none. Settled in at most {@link PROBE_WAIT_MS}.
 */
export async function checkRelaying(
  daemon: ConnectedDaemon,
  signal?: AbortSignal,
): Promise<Readiness> {
  const asked = daemon
    .getConnections({ timeoutMs: PROBE_WAIT_MS, signal })
    .then(judge, (error: Error) => ({
      ready: false,
      reason: explain(error),
    }));
  return (
    (await within(PROBE_WAIT_MS, asked)) ?? {
      ready: false,
      reason: 'monerod did not say in time to whom it is connected',
    }
  );
}

function judge(connections: readonly Connection[]): Readiness {
  const outgoing = connections.filter(
    ({ incoming, addressKind, state }) =>
      !incoming && ANONYMOUS.has(addressKind) && state !== 'before_handshake',
  );
  const count = (kind: string) =>
    outgoing.filter(({ addressKind }) => addressKind === kind).length;
  return outgoing.length > 0
    ? {
        ready: true,
        reason: `outgoing peers over Tor: ${count('tor')}, over I2P: ${count(
          'i2p',
        )}`,
      }
    : {
        ready: false,
        reason:
          'no outgoing peer over Tor or I2P: transactions of wallets would stay with this node',
      };
}
