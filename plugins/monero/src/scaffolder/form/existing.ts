import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  GitManifest,
  MoneroApi,
  ObjectRef,
} from '@monero-portal/plugin-monero-common';
import { moneroApiRef } from '../../api';
import { isNotFound } from '../../lib/errors';
import { kindWordsOf } from '../../lib/kindWords';
import type { FormState } from './formState';

/** Typed letters that follow each other this closely are one name. */
const SETTLED_MS = 300;

/** The object that a form is about to make; undefined while its name or place is missing. */
export function refOf({
  kind,
  name,
  target,
}: FormState): ObjectRef | undefined {
  const { cluster, namespace } = target;
  return name && cluster && namespace
    ? { kind, cluster, namespace, name }
    : undefined;
}

/** The manifest that Git has under a name already; undefined where there is none. */
export async function findExisting(
  api: Pick<MoneroApi, 'getManifest'>,
  ref: ObjectRef,
  signal?: AbortSignal,
): Promise<GitManifest | undefined> {
  try {
    return await api.getManifest(ref, { signal });
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw error;
  }
}

/** Why a name cannot be had again. */
export function existsAlready(
  { kind, name, cluster, namespace }: ObjectRef,
  path: string,
): string {
  return `There is a ${
    kindWordsOf(kind).one
  } ${name} already: Git has ${path} for cluster ${cluster}, namespace ${namespace}. Choose another name, or change that one.`;
}

/**
 * Asks Git about the name while it is typed, after a short rest. A failure to
 * ask is no verdict: the name is asked about again when the step is left.
 */
export function useExisting(
  ref: ObjectRef | undefined,
): GitManifest | undefined {
  const api = useApi(moneroApiRef);
  const { kind, cluster, namespace, name } = ref ?? {};
  const key = JSON.stringify([kind, cluster, namespace, name]);
  const [found, setFound] = useState<{ key: string; manifest?: GitManifest }>();
  useEffect(() => {
    if (!kind || !cluster || !namespace || !name) {
      return undefined;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      findExisting(api, { kind, cluster, namespace, name }, controller.signal)
        .then(manifest => setFound({ key, manifest }))
        .catch(() => undefined);
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, key, kind, cluster, namespace, name]);
  return found?.key === key ? found.manifest : undefined;
}
