const PEERS =
  'is set by the network: its members are connected with each other and with nobody else. Leave it out; nodes that meet others are a MoneroNodeSet.';

const PROXY =
  'would lead the members past each other: they are connected directly, and with nobody else. Leave it out.';

function chain(net: string): string {
  return `is refused: the members of a MoneroNetwork meet nobody but each other, and would never find ${net}. Leave it out, or create a MoneroNodeSet for ${net}.`;
}

const COUNT =
  'is set by the network: every member is connected with every other. Leave it out.';

/** Options that any node set may have and the members of a closed network may not; each text follows the name. */
const REASONS: Readonly<Record<string, string>> = {
  'add-peer': PEERS,
  'add-priority-node': PEERS,
  'add-exclusive-node': PEERS,
  'seed-node': PEERS,
  'out-peers': COUNT,
  'in-peers': COUNT,
  proxy: PROXY,
  'tx-proxy': PROXY,
  'anonymous-inbound': PROXY,
  offline:
    'would cut the members off from each other. Leave it out: a network of one runs offline by itself.',
  testnet: chain('testnet'),
  stagenet: chain('stagenet'),
};

/** Why a member of a MoneroNetwork may not have an option; undefined: it may, as far as the network is concerned. */
export function refusedInNetwork(flag: string): string | undefined {
  return Object.hasOwn(REASONS, flag) ? REASONS[flag] : undefined;
}
