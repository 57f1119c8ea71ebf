import { useCallback } from 'react';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

/** Somebody who can look after something. */
export interface Owner {
  /** Entity reference. */
  id: string;
  label: string;
  /** Whether the user is it, or is in it. */
  isMine: boolean;
  /** `team` or `person`, and whether it is the user's. */
  note: string;
}

function labelOf(entity: Entity): string {
  const profile = Object(entity.spec?.profile);
  const shown: unknown = profile.displayName ?? entity.metadata.title;
  return typeof shown === 'string' ? shown : entity.metadata.name;
}

/** Teams and people of the catalog, those of the user first. */
export function useOwners() {
  const catalogApi = useApi(catalogApiRef);
  const identityApi = useApi(identityApiRef);
  const load = useCallback(async (): Promise<Owner[]> => {
    const [{ items }, { ownershipEntityRefs }] = await Promise.all([
      catalogApi.getEntities({
        filter: { kind: ['Group', 'User'] },
        fields: ['kind', 'metadata', 'spec.profile'],
      }),
      identityApi.getBackstageIdentity(),
    ]);
    return items
      .map(entity => {
        const id = stringifyEntityRef(entity);
        const isMine = ownershipEntityRefs.includes(id);
        return {
          id,
          label: labelOf(entity),
          isMine,
          note: isMine ? `${kindOf(id)}, yours` : kindOf(id),
        };
      })
      .sort(
        (a, b) =>
          Number(b.isMine) - Number(a.isMine) || a.label.localeCompare(b.label),
      );
  }, [catalogApi, identityApi]);
  return useAsync(load, [load]);
}

function kindOf(ref: string): string {
  return parseEntityRef(ref).kind === 'user' ? 'person' : 'team';
}
