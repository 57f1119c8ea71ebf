import { KubeObject } from '@monero-portal/kube-client';
import {
  ANNOTATIONS,
  MemberSpec,
  MoneroNetwork,
  parseNetwork as parse,
} from '@monero-portal/monero-api';
import { contractOf, ObjectFacts, objectFacts } from '../machinery/objectFacts';

/** A network that has been understood. */
export interface Network extends ObjectFacts<MoneroNetwork['status']> {
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
}

/**
 * The only place that meets untyped input.
 * @throws ManifestError with every violation, as for objects that an older
 *   definition let in
 */
export function parseNetwork(raw: KubeObject): Network {
  const { spec } = parse(contractOf(raw));
  const member = spec.template?.spec ?? {};
  const owner = raw.metadata.annotations?.[ANNOTATIONS.owner];
  return {
    ...objectFacts(raw, spec),
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
  };
}
