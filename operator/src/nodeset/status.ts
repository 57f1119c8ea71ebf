import { MoneroNodeSetStatus } from '@monero-portal/monero-api';
import { KubeObject } from '@monero-portal/kube-client';
import { SHARED_OWNER } from '../anonymity/identities';
import { Deployment } from '../machinery/kubeTypes';
import {
  CONDITION,
  Finding,
  REASON,
  stamp,
  Verdict,
} from '../status/conditions';
import { verdictsOf } from '../status/verdicts';
import { hasFront, Identities, NO_IDENTITIES } from './anonymity';
import { selectorText } from './labels';
import { podName } from './names';
import { NodeView } from './nodes';
import { mustRelay } from './peers';
import { firstFinding, notRelaying, Situation } from './policies';
import { NodeSet } from './spec';

/** What a status is made of. */
export interface StatusInputs extends Situation {
  /** Image that the nodes run. */
  image: string;
  /** What only a person can mend. */
  obstacle?: Finding;
  /** Addresses on Tor and I2P. */
  identities?: Identities;
  /** Children that there are. */
  children?: readonly KubeObject[];
}

/** The status of a node set. */
export function statusOf(
  inputs: StatusInputs,
  nowMs: number,
): MoneroNodeSetStatus {
  const { nodeSet, nodes, image, obstacle } = inputs;
  const identities = inputs.identities ?? NO_IDENTITIES;
  return {
    observedGeneration: nodeSet.generation,
    replicas: nodes.length,
    readyReplicas: nodes.filter(node => node.inSync).length,
    updatedReplicas: nodes.filter(node => !node.outdated).length,
    selector: selectorText(nodeSet.name),
    resolved: { image },
    ...rpcOnion(nodeSet, identities),
    conditions: stamp(
      [
        ...verdictsOf({
          finding: firstFinding(inputs),
          content: content(inputs),
          obstacle,
          paused: nodeSet.paused,
        }),
        ...relaying(inputs),
        ...rpcPublished(inputs),
      ],
      nodeSet.status?.conditions,
      nodeSet.generation,
      nowMs,
    ),
    nodes: nodes.map(node => nodeStatus(node, identities)),
  };
}

function content({ nodeSet }: StatusInputs): Finding {
  const { replicas } = nodeSet.spec;
  if (replicas === 0) {
    return { reason: REASON.noNodesWanted, message: 'No nodes are wanted.' };
  }
  return {
    reason: REASON.allInSync,
    message:
      replicas === 1
        ? 'The node is in sync.'
        : `All ${replicas} nodes are in sync.`,
  };
}

/** The address that leads wallets to any node: the front's, else the only node's. */
function rpcOnion({ name, spec }: NodeSet, { tor }: Identities) {
  if (!spec.tor.enabled || !spec.tor.rpc) return {};
  const address = tor[hasFront(spec) ? SHARED_OWNER : podName(name, 0)];
  return address ? { rpcOnionAddress: address } : {};
}

/** Whether transactions leave every node, where they go by Tor or I2P alone. */
function relaying({ nodeSet, nodes }: StatusInputs): Verdict[] {
  if (!mustRelay(nodeSet.spec)) return [];
  const type = CONDITION.relaying;
  const finding = notRelaying(nodes.filter(({ inSync }) => inSync));
  if (finding) return [{ type, status: 'False', ...finding }];
  const known = nodes.some(node => node.relaying);
  return [
    {
      type,
      status: known ? 'True' : 'Unknown',
      reason: known ? REASON.allRelaying : REASON.creating,
      message: known
        ? 'Every node that is in sync has an outgoing peer over Tor or I2P.'
        : 'No node is in sync yet.',
    },
  ];
}

/** Whether wallets find the onion address of the whole set. */
function rpcPublished({ nodeSet, children = [] }: StatusInputs): Verdict[] {
  if (!hasFront(nodeSet.spec)) return [];
  const type = CONDITION.rpcPublished;
  const front: Deployment | undefined = children.find(
    ({ kind }) => kind === 'Deployment',
  );
  if (!front) {
    return [
      {
        type,
        status: 'Unknown',
        reason: REASON.creating,
        message: 'The tor that publishes it is being created.',
      },
    ];
  }
  const probed = front.spec?.template?.spec?.containers?.some(
    ({ readinessProbe }) => readinessProbe !== undefined,
  );
  if (!probed) {
    return [
      {
        type,
        status: 'Unknown',
        reason: REASON.notTold,
        message:
          'The tor that publishes it was made by an older operator and does not tell; utxo.com.br/adopt-defaults replaces it.',
      },
    ];
  }
  const ready = (front.status?.readyReplicas ?? 0) > 0;
  return [
    ready
      ? {
          type,
          status: 'True',
          reason: REASON.published,
          message: 'Wallets find the onion address of the set.',
        }
      : {
          type,
          status: 'False',
          reason: REASON.notPublished,
          message: `Wallets do not find the onion address of the set: the tor of the Deployment ${front.metadata.name} has not published it.`,
        },
  ];
}

function nodeStatus(node: NodeView, { tor, i2p }: Identities) {
  const { pod, phase, inSync, kubeNode, message } = node;
  return {
    pod,
    phase,
    inSync,
    ...(kubeNode ? { kubeNode } : {}),
    ...(message ? { message } : {}),
    ...(tor[pod] ? { onionAddress: tor[pod] } : {}),
    ...(i2p[pod] ? { i2pAddress: i2p[pod] } : {}),
    ...(node.relaying === undefined ? {} : { relaying: node.relaying }),
  };
}
