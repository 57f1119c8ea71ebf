import { renderManifest } from '@monero-portal/monero-api';

type FormInput = Parameters<typeof renderManifest>[0];

/** A manifest as the form writes it. */
export function manifestOf(change: Partial<FormInput> = {}): string {
  return renderManifest({
    name: 'web',
    namespace: 'monero',
    cluster: 'dev',
    network: 'regtest',
    replicas: 3,
    ...change,
  });
}

/** A proposal's body for that manifest. */
export function proposalOf(change: Partial<FormInput> = {}) {
  return {
    title: 'Add web',
    cluster: change.cluster ?? 'dev',
    namespace: change.namespace ?? 'monero',
    name: change.name ?? 'web',
    kind: 'MoneroNodeSet' as const,
    manifest: manifestOf(change),
  };
}
