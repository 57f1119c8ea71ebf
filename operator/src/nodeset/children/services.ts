import { KubeObject } from '@monero-portal/kube-client';
import { LABELS, PORTS } from '@monero-portal/monero-api';
import { selectorLabels } from '../labels';
import {
  peersServiceName,
  podName,
  podServiceName,
  rpcServiceName,
} from '../names';
import { isClosedNet } from '../peers';
import { NodeSet } from '../spec';
import { child } from './child';

/**
 * - one headless Service for the names of all pods, ready or not: a node must
 *   find its peers before it can be in sync;
 * - one Service for wallets, of ready pods, that is of nodes in sync; a wallet
 *   stays with one node, because its view of the mempool does too;
 * - in a closed net, one Service per pod: peers are resolved once, at start,
 *   so they need addresses that outlive pods.
 */
export function services(nodeSet: NodeSet): KubeObject[] {
  const ordinals = isClosedNet(nodeSet)
    ? Array.from({ length: nodeSet.spec.replicas }, (_, i) => i)
    : [];
  return [
    peersService(nodeSet),
    rpcService(nodeSet),
    ...ordinals.map(ordinal => podService(nodeSet, ordinal)),
  ];
}

function peersService(nodeSet: NodeSet): KubeObject {
  return child(nodeSet, {
    apiVersion: 'v1',
    kind: 'Service',
    name: peersServiceName(nodeSet.name),
    spec: {
      type: 'ClusterIP',
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      selector: selectorLabels(nodeSet.name),
      ports: [p2pPort(nodeSet)],
    },
  });
}

function rpcService(nodeSet: NodeSet): KubeObject {
  const { type, annotations } = nodeSet.spec.service;
  return child(nodeSet, {
    apiVersion: 'v1',
    kind: 'Service',
    name: rpcServiceName(nodeSet.name),
    annotations,
    spec: {
      type,
      sessionAffinity: 'ClientIP',
      selector: selectorLabels(nodeSet.name),
      ports: [
        {
          name: 'restricted-rpc',
          protocol: 'TCP',
          port: PORTS.restrictedRpc,
          targetPort: 'restricted-rpc',
        },
      ],
    },
  });
}

function podService(nodeSet: NodeSet, ordinal: number): KubeObject {
  return child(nodeSet, {
    apiVersion: 'v1',
    kind: 'Service',
    name: podServiceName(nodeSet.name, ordinal),
    spec: {
      type: 'ClusterIP',
      publishNotReadyAddresses: true,
      selector: {
        ...selectorLabels(nodeSet.name),
        [LABELS.pod]: podName(nodeSet.name, ordinal),
      },
      ports: [p2pPort(nodeSet)],
    },
  });
}

function p2pPort({ spec }: NodeSet) {
  return {
    name: 'p2p',
    protocol: 'TCP',
    port: PORTS.byNetwork[spec.network].p2p,
    targetPort: 'p2p',
  };
}
