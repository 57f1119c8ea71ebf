import { KubeObject } from '@monero-portal/kube-client';
import {
  ANNOTATIONS,
  MoneroMiningNodeSet,
  parseMiningNodeSet as parse,
  ResolvedMiningSpec,
  withMiningDefaults,
} from '@monero-portal/monero-api';

/** A mining set that has been understood. */
export interface MiningNodeSet {
  name: string;
  namespace: string;
  uid: string;
  generation: number;
  /** Nothing left open. */
  spec: ResolvedMiningSpec;
  /** What the user wrote about xmrig itself; decides when images may move. */
  xmrig: MoneroMiningNodeSet['spec']['xmrig'];
  /** By field or annotation. */
  paused: boolean;
  status: MoneroMiningNodeSet['status'];
}

/**
 * The only place that meets untyped input.
 * @throws ManifestError with every violation, as for objects that an older
 *   definition let in
 */
export function parseMiningNodeSet(raw: KubeObject): MiningNodeSet {
  // What the API server alone writes is no part of the contract.
  const { name, namespace, annotations, labels } = raw.metadata;
  const set = parse({
    apiVersion: raw.apiVersion,
    kind: raw.kind,
    metadata: { name, namespace, annotations, labels },
    spec: raw.spec,
  });
  const spec = withMiningDefaults(set);
  return {
    name,
    namespace: namespace ?? '',
    uid: raw.metadata.uid ?? '',
    generation: raw.metadata.generation ?? 0,
    spec,
    xmrig: set.spec.xmrig,
    paused: spec.paused || annotations?.[ANNOTATIONS.paused] === 'true',
    // Written by this operator alone.
    status: raw.status as MoneroMiningNodeSet['status'],
  };
}
