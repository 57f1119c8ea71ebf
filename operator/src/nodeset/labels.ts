import { LABEL_VALUES, LABELS } from '@monero-portal/monero-api';
import { NodeSet } from './spec';

/** What selects the pods of a set; must never change. */
export function selectorLabels(set: string): Record<string, string> {
  return {
    [LABELS.name]: LABEL_VALUES.name,
    [LABELS.instance]: set,
  };
}

/**
 * What selects the pods that belong together: those of the set's network where
 * they carry its label, else those of the set. They spread over machines, and
 * on regtest they let each other in.
 */
export function groupLabels({ name, spec }: NodeSet): Record<string, string> {
  const network = spec.podTemplate.labels[LABELS.network];
  return network ? { [LABELS.network]: network } : selectorLabels(name);
}

/** What every child carries. */
export function childLabels(set: string): Record<string, string> {
  return {
    ...selectorLabels(set),
    [LABELS.managedBy]: LABEL_VALUES.managedBy,
    [LABELS.partOf]: LABEL_VALUES.partOf,
  };
}

/** The selector as text, for the scale subresource. */
export function selectorText(set: string): string {
  return Object.entries(selectorLabels(set))
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

/** Selects all that the operator made. */
export const MANAGED_SELECTOR = `${LABELS.managedBy}=${LABEL_VALUES.managedBy}`;
