import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  entityNameOf,
  type MoneroKind,
  type ObjectRef,
} from '@monero-portal/plugin-monero-common';

/** How each kind is called, and where its page is on the entity's. */
const KINDS: Record<MoneroKind, { words: string; tab: string }> = {
  MoneroNodeSet: { words: 'node set', tab: 'nodes' },
  MoneroNetwork: { words: 'network', tab: 'network' },
  MoneroMiningNodeSet: { words: 'mining set', tab: 'miners' },
};

/** "node set" */
export function wordsOf(kind: MoneroKind): string {
  return KINDS[kind].words;
}

/**
 * The entity that stands for an object. Who owns it, by annotation, label or
 * namespace, the catalog knows; what it does not know reaches nobody.
 */
export function entityRefOf(ref: ObjectRef): string {
  return `resource:default/${entityNameOf(ref)}`;
}

/** Page of an object, from the portal's root. */
export function pageOf(ref: ObjectRef): string {
  return `/catalog/default/resource/${entityNameOf(ref)}/${
    KINDS[ref.kind].tab
  }`;
}

/** What somebody wrote as owner, as a full reference; undefined when it is none. */
export function ownerRefOf(
  owner: string | null | undefined,
): string | undefined {
  try {
    return owner
      ? stringifyEntityRef(parseEntityRef(owner, { defaultKind: 'group' }))
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether somebody is a person, whom a notice can reach. */
export function isUser(ref: string): boolean {
  return ref.startsWith('user:') && ownerRefOf(ref) !== undefined;
}
