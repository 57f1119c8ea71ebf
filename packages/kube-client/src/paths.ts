import { KubeError } from './KubeError';
import { RawOptions, ResourceRef } from './types';

/** Where an object, or the collection, of a resource lives. */
export function resourcePath(
  resource: ResourceRef,
  namespace?: string,
  name?: string,
  subresource?: string,
): string {
  const { group, version, plural } = resource;
  const root = group === '' ? ['api', version] : ['apis', group, version];
  const place =
    resource.namespaced === false || namespace === undefined
      ? []
      : ['namespaces', namespace];
  if (name !== undefined && resource.namespaced !== false && !namespace) {
    throw new KubeError({
      code: 'Config',
      message: `${plural}/${name}: a namespace is needed, ${plural} are namespaced`,
    });
  }
  const object = [name, subresource].filter(part => part !== undefined);
  return `/${[...root, ...place, plural, ...object]
    .map(encodeURIComponent)
    .join('/')}`;
}

/** A path with its query; values that are undefined are left out. */
export function withQuery(path: string, query: RawOptions['query']): string {
  const given = Object.entries(query ?? {}).filter(
    (entry): entry is [string, string | number | boolean] =>
      entry[1] !== undefined,
  );
  if (given.length === 0) return path;
  const text = new URLSearchParams(
    given.map(([key, value]) => [key, String(value)]),
  ).toString();
  return `${path}${path.includes('?') ? '&' : '?'}${text}`;
}
