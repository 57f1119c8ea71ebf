import type { PermissionCriteria } from '@backstage/plugin-permission-common';

/** What rules know of an object or a proposal. */
export interface Facts {
  cluster: string;
  namespace: string;
  /** Entity reference as it was written down. */
  owner?: string;
  /** Entity reference; proposals alone. */
  proposedBy?: string;
}

/** A rule as a query: the field has one of the values. */
export interface FactsFilter {
  field: keyof Facts;
  values: readonly string[];
}

/** Rules with and, or and not between them. */
export type FactsCriteria = PermissionCriteria<FactsFilter>;

/** Whether a filter lets something through; what has no such field, it does not. */
export function passes(facts: Facts, { field, values }: FactsFilter): boolean {
  const value = facts[field];
  return value !== undefined && values.includes(value);
}

/**
 * The ways in which the same owner is written down: annotations may leave out
 * the kind of a group and the default namespace.
 */
export function spellingsOf(ownerRef: string): string[] {
  const [, kind, namespace, name] =
    /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/.exec(ownerRef) ?? [];
  if (!name) {
    return [ownerRef];
  }
  const isGroup = kind === undefined || kind === 'group';
  const isDefault = namespace === undefined || namespace === 'default';
  const kinds = isGroup ? ['group:', ''] : [`${kind}:`];
  const namespaces = isDefault ? ['default/', ''] : [`${namespace}/`];
  return kinds.flatMap(k => namespaces.map(n => `${k}${n}${name}`));
}
