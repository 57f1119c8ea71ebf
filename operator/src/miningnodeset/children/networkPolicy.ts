import { KubeObject } from '@monero-portal/kube-client';
import { PORTS } from '@monero-portal/monero-api';
import { daemonLabels } from '../daemon';
import { selectorLabels } from '../labels';
import { sharedName } from '../names';
import { MiningNodeSet } from '../spec';
import { remotePorts } from '../xmrigArgs';
import { child } from './child';

const tcp = (port: number) => ({ port, protocol: 'TCP' });

/** Where xmrig mines for its developers, for whoever lets it. */
const DONATION_PORTS = [443, 3333];

/**
 * One policy: whoever scrapes comes in; out go names, and the daemon's pods or
 * the ports of the pools. A policy cannot name hosts, so a pool is any host.
 */
export function networkPolicy(set: MiningNodeSet): KubeObject {
  return child(set, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    name: sharedName(set.name),
    spec: {
      podSelector: { matchLabels: selectorLabels(set.name) },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ ports: [tcp(PORTS.exporter)] }],
      egress: [
        { ports: [{ port: 53, protocol: 'UDP' }, tcp(53)] },
        workRule(set),
      ],
    },
  });
}

function workRule({ spec: { daemonRef, xmrig } }: MiningNodeSet) {
  if (daemonRef) {
    return {
      to: [{ podSelector: { matchLabels: daemonLabels(daemonRef) } }],
      ports: [tcp(PORTS.restrictedRpc)],
    };
  }
  const ports = new Set([...remotePorts(xmrig.args), ...DONATION_PORTS]);
  return { ports: [...ports].sort((a, b) => a - b).map(tcp) };
}
