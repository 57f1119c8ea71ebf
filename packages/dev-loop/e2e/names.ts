import type { KubeLister, ResourceRef } from '@monero-portal/kube-client';

/** Names of the objects of a kind in a namespace, sorted. */
export async function namesOf(
  client: KubeLister,
  resource: ResourceRef,
  namespace: string,
): Promise<string[]> {
  const { items } = await client.list(resource, { namespace });
  return items.map(({ metadata }) => metadata.name).sort();
}
