import {
  createConditionExports,
  createPermissionResourceRef,
  type PermissionRule,
} from '@backstage/plugin-permission-node';
import type { PermissionRuleParams } from '@backstage/plugin-permission-common';
import {
  RESOURCE_TYPE_OBJECT,
  RESOURCE_TYPE_PROPOSAL,
} from '@monero-portal/plugin-monero-common';
import { z } from 'zod';
import { passes, spellingsOf, type Facts, type FactsFilter } from './facts';

/** Objects of the three kinds, for rules of others. */
export const moneroObjectResourceRef = createPermissionResourceRef<
  Facts,
  FactsFilter
>().with({ pluginId: 'monero', resourceType: RESOURCE_TYPE_OBJECT });

/** Proposals, for rules of others. */
export const moneroProposalResourceRef = createPermissionResourceRef<
  Facts,
  FactsFilter
>().with({ pluginId: 'monero', resourceType: RESOURCE_TYPE_PROPOSAL });

const owners = z.object({
  owners: z
    .array(z.string())
    .describe('Entity references, such as those that the user is the owner by'),
});
const clusters = z.object({
  clusters: z
    .array(z.string())
    .describe('Names of clusters, as in the kubernetes configuration'),
});
const namespaces = z.object({
  namespaces: z.array(z.string()).describe('Namespaces of those clusters'),
});

type Rule<T extends string, P extends PermissionRuleParams> = PermissionRule<
  Facts,
  FactsFilter,
  T,
  P
>;

/** A rule that says the same in memory and in a query. */
function rule<T extends string, P extends PermissionRuleParams>(options: {
  resourceType: T;
  name: string;
  description: string;
  params: { parse(value: unknown): P };
  filterOf: (params: P) => FactsFilter;
}): Rule<T, P> {
  const { resourceType, name, description, params, filterOf } = options;
  const made = {
    ...{ resourceType, name, description },
    paramsSchema: params,
    apply: (facts: Facts, given: P) => passes(facts, filterOf(given)),
    toQuery: filterOf,
  };
  // Its schema may be of another copy of zod, which the type checker would compare for minutes.
  return made as unknown as Rule<T, P>;
}

/** The rules that objects and proposals have in common. */
function commonRules<T extends string>(resourceType: T) {
  return {
    isOwner: rule({
      ...{ resourceType, name: 'IS_OWNER', params: owners },
      description: 'Allow what belongs to one of these owners',
      filterOf: given => ({
        field: 'owner',
        values: [...new Set(given.owners.flatMap(spellingsOf))],
      }),
    }),
    inCluster: rule({
      ...{ resourceType, name: 'IN_CLUSTER', params: clusters },
      description: 'Allow what is in one of these clusters',
      filterOf: given => ({ field: 'cluster', values: given.clusters }),
    }),
    inNamespace: rule({
      ...{ resourceType, name: 'IN_NAMESPACE', params: namespaces },
      description: 'Allow what is in one of these namespaces',
      filterOf: given => ({ field: 'namespace', values: given.namespaces }),
    }),
  };
}

export const objectRules = commonRules(RESOURCE_TYPE_OBJECT);

export const proposalRules = {
  ...commonRules(RESOURCE_TYPE_PROPOSAL),
  isProposer: rule({
    resourceType: RESOURCE_TYPE_PROPOSAL,
    name: 'IS_PROPOSER',
    description: 'Allow what one of these users has proposed',
    params: z.object({
      users: z.array(z.string()).describe('Entity references of users'),
    }),
    filterOf: given => ({ field: 'proposedBy', values: given.users }),
  }),
};

/** For policies: conditions on objects, and the decision that carries them. */
export const {
  conditions: moneroObjectConditions,
  createConditionalDecision: createMoneroObjectConditionalDecision,
} = createConditionExports({
  resourceRef: moneroObjectResourceRef,
  rules: objectRules,
});

/** For policies: conditions on proposals, and the decision that carries them. */
export const {
  conditions: moneroProposalConditions,
  createConditionalDecision: createMoneroProposalConditionalDecision,
} = createConditionExports({
  resourceRef: moneroProposalResourceRef,
  rules: proposalRules,
});
