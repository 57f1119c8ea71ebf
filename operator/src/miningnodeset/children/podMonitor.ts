import { KubeObject } from '@monero-portal/kube-client';
import { podMonitorParts } from '../../machinery/podMonitor';
import { selectorLabels } from '../labels';
import { sharedName } from '../names';
import { MiningNodeSet } from '../spec';
import { child } from './child';

/** Has the exporters scraped, where the cluster knows PodMonitors. */
export function podMonitor(set: MiningNodeSet): KubeObject {
  return child(set, {
    ...podMonitorParts(selectorLabels(set.name)),
    name: sharedName(set.name),
  });
}
