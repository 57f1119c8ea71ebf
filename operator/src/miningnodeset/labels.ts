import { LABEL_VALUES, LABELS } from '@monero-portal/monero-api';

/** What the pods run; tells them from the pods of node sets. */
const PROGRAM = 'xmrig';

/** What selects the pods of one set, and of no other; must never change. */
export function selectorLabels(set: string): Record<string, string> {
  return { [LABELS.name]: PROGRAM, [LABELS.instance]: set };
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

/** Selects all that the operator made for mining sets. */
export const CHILDREN_SELECTOR = `${LABELS.managedBy}=${LABEL_VALUES.managedBy},${LABELS.name}=${PROGRAM}`;
