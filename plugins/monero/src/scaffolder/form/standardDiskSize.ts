import { resolveSpec } from '@monero-portal/monero-api';
import { readFormState } from './formState';

/** Size of a node's disk where the form names none, as a quantity: what the network takes. */
export function standardDiskSize(formData: unknown): string {
  const { kind, network, prune, args } = readFormState(formData);
  return resolveSpec(
    kind === 'MoneroNetwork'
      ? { network: 'regtest' }
      : { network, monerod: { prune, args } },
  ).diskSize;
}
