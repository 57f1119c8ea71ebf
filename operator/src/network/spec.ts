import { KubeObject } from '@monero-portal/kube-client';
import {
  ANNOTATIONS,
  MemberSpec,
  MoneroNetwork,
  parseNetwork as parse,
} from '@monero-portal/monero-api';

/** A network that has been understood. */
export interface Network {
  name: string;
  namespace: string;
  uid: string;
  generation: number;
  /** How many members are wanted. */
  replicas: number;
  /** What each member is like. */
  template: {
    labels: Readonly<Record<string, string>>;
    annotations: Readonly<Record<string, string>>;
    spec: MemberSpec;
  };
  /** How many members may be away during a change. */
  updateStrategy: { maxUnavailable: number; waitForSync: boolean };
  /** By field or annotation. */
  paused: boolean;
  status: MoneroNetwork['status'];
}

/**
 * The only place that meets untyped input.
 * @throws ManifestError with every violation, as for objects that an older
 *   definition let in
 */
export function parseNetwork(raw: KubeObject): Network {
  // What the API server alone writes is no part of the contract.
  const { name, namespace, annotations = {}, labels } = raw.metadata;
  const { spec } = parse({
    apiVersion: raw.apiVersion,
    kind: raw.kind,
    metadata: { name, namespace, annotations, labels },
    spec: raw.spec,
  });
  const member = spec.template?.spec ?? {};
  const owner = annotations[ANNOTATIONS.owner];
  return {
    name,
    namespace: namespace ?? '',
    uid: raw.metadata.uid ?? '',
    generation: raw.metadata.generation ?? 0,
    replicas: spec.replicas ?? 3,
    template: {
      labels: spec.template?.metadata?.labels ?? {},
      annotations: {
        // Whoever owns the network owns its members.
        ...(owner ? { [ANNOTATIONS.owner]: owner } : {}),
        ...spec.template?.metadata?.annotations,
      },
      spec: member,
    },
    updateStrategy: {
      maxUnavailable: member.updateStrategy?.maxUnavailable ?? 1,
      waitForSync: member.updateStrategy?.waitForSync ?? true,
    },
    paused: spec.paused === true || annotations[ANNOTATIONS.paused] === 'true',
    // Written by this operator alone.
    status: raw.status as MoneroNetwork['status'],
  };
}
