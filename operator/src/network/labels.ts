import { LABEL_VALUES, LABELS } from '@monero-portal/monero-api';

/** What every child of a network carries. */
export function networkLabels(network: string): Record<string, string> {
  return {
    [LABELS.network]: network,
    [LABELS.managedBy]: LABEL_VALUES.managedBy,
    [LABELS.partOf]: LABEL_VALUES.partOf,
  };
}

/** Selects the pods of all members, for the scale subresource. */
export function selectorText(network: string): string {
  return `${LABELS.network}=${network}`;
}

/** Selects the children of all networks. */
export const CHILDREN_SELECTOR = LABELS.network;
