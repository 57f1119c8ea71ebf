import { NETWORK } from '../constants';
import type { MoneroNetwork } from '../generated/MoneroNetwork';
import { metadataOf, type CommonFormInput } from './common';
import { given } from './given';
import { nodeSpec, type NodeSetFormInput } from './nodeSet';

/** What the form of a closed network asks for; the fields but `replicas` and `paused` are those of each member. */
export interface NetworkFormInput
  extends CommonFormInput,
    Omit<NodeSetFormInput, 'kind' | 'network' | 'prune'> {
  readonly kind: 'MoneroNetwork';
}

/** The manifest of a network; like that of a node set it holds what differs from the defaults. */
export function toNetwork(input: NetworkFormInput): MoneroNetwork {
  const { replicas = 3, paused, kind: _, ...node } = input;
  return {
    apiVersion: NETWORK.apiVersion,
    kind: NETWORK.kind,
    metadata: metadataOf(input),
    spec: {
      replicas,
      ...given('template', { ...given('spec', nodeSpec(node)) }),
      ...given('paused', paused, false),
    },
  };
}
