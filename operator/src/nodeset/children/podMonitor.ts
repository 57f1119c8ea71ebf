import { KubeObject } from '@monero-portal/kube-client';
import { podMonitorParts } from '../../machinery/podMonitor';
import { selectorLabels } from '../labels';
import { sharedName } from '../names';
import { NodeSet } from '../spec';
import { child } from './child';

/** Has the exporters scraped, where the cluster knows PodMonitors. */
export function podMonitor(nodeSet: NodeSet): KubeObject {
  return child(nodeSet, {
    ...podMonitorParts(selectorLabels(nodeSet.name)),
    name: sharedName(nodeSet.name),
  });
}
