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
import { contractOf, ObjectFacts, objectFacts } from '../machinery/objectFacts';
import {
  GivenKeys,
  IDENTITIES_ANNOTATION,
  IDENTITY_REVISION_ANNOTATION,
} from './identities';

/** A node set that has been understood. */
export interface NodeSet extends ObjectFacts<MoneroNodeSet['status']> {
  /** Nothing left open. */
  spec: ResolvedNodeSetSpec;
  /** What its author wrote: the specification without defaults. */
  written: Readonly<Record<string, unknown>>;
  /** Text of the annotation that asks for pods as this operator makes them. */
  adopt?: string;
  /** Of a member of a network that tells it when to take changed keys. */
  givenKeys?: GivenKeys;
}

/**
 * The only place that meets untyped input.
 * @throws ManifestError with every violation, as for objects that an older
 *   definition let in
 */
export function parseNodeSet(raw: KubeObject): NodeSet {
  const spec = withDefaults(parse(contractOf(raw)));
  return {
    ...objectFacts(raw, spec),
    spec,
    written: writtenSpec('MoneroNodeSet', raw.spec),
    adopt: raw.metadata.annotations?.[ANNOTATIONS.adoptDefaults],
    ...givenKeys(raw, spec),
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
