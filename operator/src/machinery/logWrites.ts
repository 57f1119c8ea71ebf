import { KubeClient, ResourceRef } from '@monero-portal/kube-client';
import { Logger } from './Logger';
import { Passes } from './passes';

/** A client that logs every write that succeeded, with the pass that made it. */
export function logWrites(
  client: KubeClient,
  passes: Passes,
  logger: Logger,
): KubeClient {
  const note = (
    verb: string,
    resource: ResourceRef,
    name: string,
    subresource?: string,
  ) =>
    logger.info('written', {
      ...passes.fields(),
      verb,
      resource: [resource.plural, subresource].filter(Boolean).join('/'),
      object: name,
    });
  const logging: Pick<KubeClient, 'apply' | 'create' | 'patch' | 'delete'> = {
    apply: async (resource, object, options) => {
      const applied = await client.apply(resource, object, options);
      note('apply', resource, object.metadata.name, options.subresource);
      return applied as never;
    },
    create: async (resource, object, options) => {
      const created = await client.create(resource, object, options);
      note('create', resource, object.metadata.name);
      return created as never;
    },
    patch: async (resource, namespace, name, body, options) => {
      const patched = await client.patch(
        resource,
        namespace,
        name,
        body,
        options,
      );
      note('patch', resource, name, options.subresource);
      return patched as never;
    },
    delete: async (resource, namespace, name, options) => {
      await client.delete(resource, namespace, name, options);
      note('delete', resource, name);
    },
  };
  return Object.assign(Object.create(client) as KubeClient, logging);
}
