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
  tor: 'Makes every member a citizen of the Tor network too, with an onion address of its own. Members are onion peers of each other: transactions travel that way, while blocks come directly, for Monero sends no blocks to onion addresses. A member without an outgoing peer over Tor is not offered to wallets.',
  i2p: 'Makes every member a citizen of the I2P network too, with an address of its own. Members are I2P peers of each other, for transactions; blocks come directly.',
  updateStrategy:
    'How a change reaches running members; it counts all members of the network.',
};

/** A network settles these itself: its members know each other, on every network, and meet nobody else. */
const SETTLED = [
  'replicas',
  'peers',
  'tor.peers',
  'tor.proxyClearnet',
  'i2p.peers',
];

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

/** The field without what the network settles inside it. */
function unsettled(name: string, field: Schema): Schema {
  if (!SETTLED.some(path => path.startsWith(`${name}.`))) return field;
  const inner = Object.entries(field.properties ?? {}).filter(
    ([each]) => !SETTLED.includes(`${name}.${each}`),
  );
  return { ...field, properties: Object.fromEntries(inner) };
}

function memberField(name: string, field: Schema): Schema {
  const described = {
    ...unsettled(name, field),
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
