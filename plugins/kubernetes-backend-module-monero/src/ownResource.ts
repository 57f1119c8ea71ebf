import type { Entity } from '@backstage/catalog-model';
import {
  LABELS,
  MINING_NODE_SET,
  NETWORK,
  NODE_SET,
  GROUP,
  VERSION,
} from '@monero-portal/monero-api';
import {
  kindOf,
  nodeSetRefOf,
  type MoneroKind,
} from '@monero-portal/plugin-monero-common';
import type { CustomResource } from '@backstage/plugin-kubernetes-node';

const PLURALS: Record<MoneroKind, string> = {
  MoneroNodeSet: NODE_SET.plural,
  MoneroNetwork: NETWORK.plural,
  MoneroMiningNodeSet: MINING_NODE_SET.plural,
};

/** What is asked of the cluster: a kind, and which objects of it. */
export interface Wanted {
  resource: CustomResource;
  /** By label; without it all of the namespace are listed. */
  labelSelector?: string;
  /** By name; without it all that the labels select are wanted. */
  name?: string;
}

/** The custom resources of an entity of ours, and where they are. */
export interface OwnResources {
  cluster: string;
  namespace: string;
  wanted: Wanted[];
}

/**
 * The custom resource that an entity stands for, and of a network its member
 * node sets, which the operator labels.
 *
 * @returns undefined for entities that stand for something else
 */
export function ownResourcesOf(entity: Entity): OwnResources | undefined {
  const ref = nodeSetRefOf(entity);
  const kind = kindOf(entity);
  if (!ref || !kind) {
    return undefined;
  }
  const { cluster, namespace, name } = ref;
  const own = { resource: customResource(kind), name };
  const members = {
    resource: customResource('MoneroNodeSet'),
    labelSelector: `${LABELS.network}=${name}`,
  };
  return {
    ...{ cluster, namespace },
    wanted: kind === 'MoneroNetwork' ? [own, members] : [own],
  };
}

function customResource(kind: MoneroKind): CustomResource {
  return {
    objectType: 'customresources',
    group: GROUP,
    apiVersion: VERSION,
    plural: PLURALS[kind],
  };
}
