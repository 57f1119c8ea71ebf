import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  moneroObjectPermissions,
  moneroProposalPermissions,
  objectRefSchema,
  RESOURCE_TYPE_OBJECT,
} from '@monero-portal/plugin-monero-common';
import type { Rulesets } from './granter';
import type { HealthService } from '../services/health';
import { factsOf, type ProposalStore } from '../services/proposals';
import type { Facts } from './facts';
import {
  moneroObjectResourceRef,
  moneroProposalResourceRef,
  objectRules,
  proposalRules,
} from './rules';

/** What is asked for one object or proposal, such as by a button of a page, is found here. */
export interface RegisteredDeps {
  health: Pick<HealthService, 'get'>;
  store: Pick<ProposalStore, 'get'>;
}

/** Tells the permission system of our resource types. @returns their rules, those that others add included */
export function registerPermissions(
  registry: PermissionsRegistryService,
  { health, store }: RegisteredDeps,
): Rulesets {
  registry.addResourceType({
    resourceRef: moneroObjectResourceRef,
    permissions: moneroObjectPermissions,
    rules: Object.values(objectRules),
    getResources: async refs => refs.map(ref => objectOf(health, ref)),
  });
  registry.addResourceType({
    resourceRef: moneroProposalResourceRef,
    permissions: moneroProposalPermissions,
    rules: Object.values(proposalRules),
    getResources: refs =>
      Promise.all(
        refs.map(async ref => {
          const row = await store.get(Number(ref));
          return row && factsOf(row);
        }),
      ),
  });
  return resourceType =>
    registry.getPermissionRuleset(
      resourceType === RESOURCE_TYPE_OBJECT
        ? moneroObjectResourceRef
        : moneroProposalResourceRef,
    );
}

function objectOf(
  health: RegisteredDeps['health'],
  resourceRef: string,
): Facts | undefined {
  const [kind, cluster, namespace, name] = resourceRef.split('/');
  const ref = objectRefSchema.safeParse({ kind, cluster, namespace, name });
  return ref.success ? health.get(ref.data.kind, ref.data) : undefined;
}
