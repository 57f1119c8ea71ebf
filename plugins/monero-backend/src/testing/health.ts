import type {
  MoneroKind,
  NodeSetHealth,
} from '@monero-portal/plugin-monero-common';
import type { HealthOfKind, HealthService } from '../services/health';

/** A health service that knows of these node sets and of nothing else. */
export function healthOf(...nodeSets: NodeSetHealth[]): HealthService {
  const list = <K extends MoneroKind>(kind: K) =>
    // Only node sets are known, so an empty list is right for other kinds.
    (kind === 'MoneroNodeSet' ? nodeSets : []) as HealthOfKind[K][];
  const get: HealthService['get'] = (kind, ref) =>
    list(kind).find(({ name }) => name === ref.name);
  return {
    clusters: () => [],
    list,
    get,
    keys: () =>
      nodeSets.map(({ cluster, namespace, name }) => ({
        kind: 'MoneroNodeSet',
        cluster,
        namespace,
        name,
      })),
    nodeSets: () => nodeSets,
    nodeSet: ref => get('MoneroNodeSet', ref),
  };
}
