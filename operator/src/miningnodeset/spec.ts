import { KubeObject } from '@monero-portal/kube-client';
import {
  ANNOTATIONS,
  MoneroMiningNodeSet,
  parseMiningNodeSet as parse,
  ResolvedMiningSpec,
  withMiningDefaults,
  writtenSpec,
} from '@monero-portal/monero-api';

/** A mining set that has been understood. */
export interface MiningNodeSet {
  name: string;
  namespace: string;
  uid: string;
  generation: number;
  /** Nothing left open. */
  spec: ResolvedMiningSpec;
  /** What its author wrote: the specification without defaults. */
  written: Readonly<Record<string, unknown>>;
  /** Text of the annotation that asks for pods as this operator makes them. */
  adopt?: string;
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
    written: writtenSpec('MoneroMiningNodeSet', raw.spec),
    adopt: annotations?.[ANNOTATIONS.adoptDefaults],
    paused: spec.paused || annotations?.[ANNOTATIONS.paused] === 'true',
    // Written by this operator alone.
    status: raw.status as MoneroMiningNodeSet['status'],
  };
}
