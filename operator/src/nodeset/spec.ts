import { KubeObject } from '@monero-portal/kube-client';
import {
  ANNOTATIONS,
  MoneroNodeSet,
  NETWORK,
  parseNodeSet as parse,
  ResolvedNodeSetSpec,
  withDefaults,
  writtenSpec,
} from '@monero-portal/monero-api';

import {
  GivenKeys,
  IDENTITIES_ANNOTATION,
  IDENTITY_REVISION_ANNOTATION,
} from './identities';

/** A node set that has been understood. */
export interface NodeSet {
  name: string;
  namespace: string;
  uid: string;
  generation: number;
  /** Nothing left open. */
  spec: ResolvedNodeSetSpec;
  /** What its author wrote: the specification without defaults. */
  written: Readonly<Record<string, unknown>>;
  /** Text of the annotation that asks for pods as this operator makes them. */
  adopt?: string;
  /** Of a member of a network that tells it when to take changed keys. */
  givenKeys?: GivenKeys;
  /** By field or annotation. */
  paused: boolean;
  status: MoneroNodeSet['status'];
}

/**
 * The only place that meets untyped input.
 * @throws ManifestError with every violation, as for objects that an older
 *   definition let in
 */
export function parseNodeSet(raw: KubeObject): NodeSet {
  // What the API server alone writes is no part of the contract.
  const { name, namespace, annotations, labels } = raw.metadata;
  const nodeSet = parse({
    apiVersion: raw.apiVersion,
    kind: raw.kind,
    metadata: { name, namespace, annotations, labels },
    spec: raw.spec,
  });
  const spec = withDefaults(nodeSet);
  return {
    name,
    namespace: namespace ?? '',
    uid: raw.metadata.uid ?? '',
    generation: raw.metadata.generation ?? 0,
    spec,
    written: writtenSpec('MoneroNodeSet', raw.spec),
    adopt: annotations?.[ANNOTATIONS.adoptDefaults],
    ...givenKeys(raw, spec),
    paused: spec.paused || annotations?.[ANNOTATIONS.paused] === 'true',
    // Written by this operator alone.
    status: raw.status as MoneroNodeSet['status'],
  };
}

/** Of a node set of an older network, or of a person's, nothing: it decides by itself. */
function givenKeys(
  { metadata }: KubeObject,
  { podTemplate }: ResolvedNodeSetSpec,
): Pick<NodeSet, 'givenKeys'> {
  const isMember = metadata.ownerReferences?.some(
    ({ controller, kind }) => controller && kind === NETWORK.kind,
  );
  return isMember && metadata.annotations?.[IDENTITIES_ANNOTATION]
    ? {
        givenKeys: {
          revision: podTemplate.annotations[IDENTITY_REVISION_ANNOTATION],
        },
      }
    : {};
}
