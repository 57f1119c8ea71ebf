import { memberArgumentRules, memberSpecRules } from '../src/args/celRules';
import type { CustomResourceDefinition, Schema } from '../src/crd';

/** What fields mean where they speak of the members of a network. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  hardAntiAffinity:
    'true: never two members of the network on one machine (kubernetes.io/hostname); a member that finds no free machine waits. false: on different machines where possible.',
  network:
    'regtest, the only Monero network that can be closed off. It need not be written.',
  volumeRetention:
    'What becomes of the volume of a member that is scaled away or deleted with the network. Retain keeps it, so that a member that returns has its chain still; Delete frees it.',
  updateStrategy:
    'How a change reaches running members; it counts all members of the network.',
};

/** A network settles these itself. */
const SETTLED = ['replicas', 'peers'];

/**
 * The schema of what a network says of its members: that of a node set's specification, rules and all, without what the
 * network settles itself.
 */
export function memberSpecSchema(nodeSet: CustomResourceDefinition): Schema {
  const { spec } =
    nodeSet.spec.versions[0].schema.openAPIV3Schema.properties ?? {};
  const fields = Object.entries(spec.properties ?? {}).filter(
    ([name]) => !SETTLED.includes(name),
  );
  return {
    description: 'The specification of each member, as of a MoneroNodeSet.',
    type: 'object',
    // The API server weighs the rules against this before it fills in the defaults further in.
    default: { network: 'regtest', monerod: { prune: false } },
    'x-kubernetes-validations': memberSpecRules(),
    properties: Object.fromEntries(
      fields.map(([name, field]) => [name, memberField(name, field)]),
    ),
  };
}

function memberField(name: string, field: Schema): Schema {
  const described = {
    ...field,
    description: DESCRIPTIONS[name] ?? field.description,
  };
  if (name === 'network') return { ...described, default: 'regtest' };
  if (name === 'monerod') return withMemberArguments(described);
  return described;
}

function withMemberArguments(monerod: Schema): Schema {
  const { args, ...others } = monerod.properties ?? {};
  const { items } = args;
  const rules = [
    ...(items?.['x-kubernetes-validations'] ?? []),
    ...memberArgumentRules(),
  ];
  return {
    ...monerod,
    properties: {
      ...others,
      args: { ...args, items: { ...items, 'x-kubernetes-validations': rules } },
    },
  };
}
