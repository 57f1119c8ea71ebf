import { renderManifest } from '@monero-portal/monero-api';
import { blobOf } from '../services/git';

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

/** A proposal's body that changes a file. @param text - the file as its author saw it */
export function changeOf(text: string, change: Partial<FormInput> = {}) {
  return {
    ...proposalOf(change),
    title: 'Change web',
    baseBlob: blobOf(text),
  };
}

/** A proposal's body that removes a file. @param text - the file as its author saw it */
export function retirementOf(text: string, change: Partial<FormInput> = {}) {
  const { manifest: _, ...object } = proposalOf(change);
  return {
    ...object,
    title: 'Retire web',
    operation: 'retire' as const,
    baseBlob: blobOf(text),
  };
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
