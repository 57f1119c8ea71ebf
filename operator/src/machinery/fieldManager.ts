/** Owner of the fields that this operator writes. */
export const FIELD_MANAGER = 'monero-operator';
