import { KubeObject } from '@monero-portal/kube-client';
import { ANNOTATIONS } from '@monero-portal/monero-api';

/** What every custom resource has beside its specification. */
export interface ObjectFacts<Status> {
  name: string;
  namespace: string;
  uid: string;
  generation: number;
  /** By field or annotation. */
  paused: boolean;
  status: Status | undefined;
}

/** The parts that the contract is about; the API server writes more. */
export function contractOf({ apiVersion, kind, metadata, spec }: KubeObject) {
  const { name, namespace, annotations, labels } = metadata;
  return {
    apiVersion,
    kind,
    metadata: { name, namespace, annotations, labels },
    spec,
  };
}

/** @typeParam Status - as this operator alone writes it, so that nobody has to check it */
export function objectFacts<Status>(
  { metadata, status }: KubeObject,
  spec: { paused?: boolean },
): ObjectFacts<Status> {
  const { name, namespace, uid, generation, annotations } = metadata;
  return {
    name,
    namespace: namespace ?? '',
    uid: uid ?? '',
    generation: generation ?? 0,
    paused:
      spec.paused === true || annotations?.[ANNOTATIONS.paused] === 'true',
    status: status as Status | undefined,
  };
}
