import { KubeObject } from '@monero-portal/kube-client';
import {
  LABEL_VALUES,
  LABELS,
  MoneroNodeSet,
  netTypeOf,
  Nettype,
  PORTS,
} from '@monero-portal/monero-api';
import { Finding, REASON } from '../status/conditions';
import { MiningNodeSet } from './spec';

/** A node set as it is read: through the API alone. */
export interface DaemonNodeSet extends KubeObject {
  spec?: MoneroNodeSet['spec'];
  status?: MoneroNodeSet['status'];
}

/** `host:port` of the RPC that gives work, or undefined with a pool. */
export function daemonAddress({
  namespace,
  spec,
}: MiningNodeSet): string | undefined {
  return (
    spec.daemonRef &&
    `${spec.daemonRef.name}-rpc.${namespace}.svc:${PORTS.restrictedRpc}`
  );
}

/** What selects the daemon's pods. */
export function daemonLabels(name: string): Record<string, string> {
  return { [LABELS.name]: LABEL_VALUES.name, [LABELS.instance]: name };
}

/**
 * Why the daemon gives no work now; undefined when it does. It passes by
 * itself once the node set is there and in sync.
 */
export function daemonFinding(
  { namespace, spec: { daemonRef } }: MiningNodeSet,
  nodeSet: DaemonNodeSet | undefined,
): Finding | undefined {
  if (!daemonRef) return undefined;
  const { name } = daemonRef;
  if (!nodeSet || nodeSet.metadata.deletionTimestamp) {
    return {
      reason: REASON.daemonMissing,
      message: `There is no MoneroNodeSet ${name} in namespace ${namespace}: create it, or name another in daemonRef.`,
    };
  }
  return (nodeSet.status?.readyReplicas ?? 0) > 0
    ? undefined
    : {
        reason: REASON.daemonNotReady,
        message: `No node of ${name} is in sync yet; miners get work when one is.`,
      };
}

/** First characters of primary addresses. */
const PRIMARY: Readonly<Record<Nettype, string>> = {
  mainnet: '4',
  regtest: '4',
  testnet: '9A',
  stagenet: '5',
};

/** The wallet is of another network than the nodes: they would refuse to work for it. */
export function walletFinding(
  { spec: { daemonRef, wallet } }: MiningNodeSet,
  nodeSet: DaemonNodeSet | undefined,
): Finding | undefined {
  if (!daemonRef || !wallet || !nodeSet?.spec) return undefined;
  const network = netTypeOf(nodeSet.spec);
  return PRIMARY[network].includes(wallet[0])
    ? undefined
    : {
        reason: REASON.walletOfOtherNetwork,
        message: `${
          daemonRef.name
        } is on ${network}, where primary addresses begin with ${PRIMARY[
          network
        ]
          .split('')
          .join(' or ')}; wallet begins with ${
          wallet[0]
        }. Write an address of that network.`,
      };
}
