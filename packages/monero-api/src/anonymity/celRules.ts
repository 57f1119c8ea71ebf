import {
  argsOf,
  nameIn,
  netOf,
  PLACES,
  isFlag,
  type CelRule,
} from '../args/celParts';
import type { MonerodFlag } from '../args/flag';
import { MONEROD_FLAGS } from '../args/flags';

const ARGS = argsOf('self');

function isTrue(path: string): string {
  const [top, field] = path.split('.');
  return `(has(self.${top}) && has(self.${path}) && self.${top}.${field})`;
}

const TOR_ON = isTrue('tor.enabled');
const I2P_ON = isTrue('i2p.enabled');
const PROXIED = isTrue('tor.proxyClearnet');

/** Whether the arguments hold an option, with a value or without. */
function given(name: string): string {
  return `${ARGS}.exists(a, ${isFlag(flagOf(name), nameIn('a'))})`;
}

function countOf(field: 'tor' | 'i2p'): string {
  return `(has(self.${field}) && has(self.${field}.peers) ? self.${field}.peers.size() : 0)`;
}

const ALL_PEERS = `${countOf('tor')} + ${countOf('i2p')}`;

/** Rules about Tor and I2P that weigh several fields of a node set against each other. */
export function anonymityRules(): CelRule[] {
  return [
    ...ownedWhileOn(),
    ...refusedBehindTor(),
    proxyNeedsTor(),
    proxyLeadsNoWayInside(),
    proxyKnowsNoNames(),
    peersWhereNoneAreKnown(),
    regtestNeedsBlocks(),
    exclusiveNodesBringBlocks(),
  ];
}

/** The operator writes these itself, and monerod takes most of them only once. */
function ownedWhileOn(): CelRule[] {
  return ['proxy', 'tx-proxy', 'anonymous-inbound'].map(name => ({
    fieldPath: '.monerod.args',
    rule: `!(${TOR_ON} || ${I2P_ON}) || !${given(name)}`,
    message: `--${name} is set by the operator while tor or i2p is enabled. Leave it out; tor.proxyClearnet leads the connections to all peers through Tor.`,
  }));
}

const BEHIND_TOR: Readonly<Record<string, string>> = {
  'proxy-allow-dns-leaks':
    'would ask DNS in the clear, which tor.proxyClearnet is there to prevent. Leave it out.',
  'enable-dns-blocklist':
    'asks DNS, which tor.proxyClearnet keeps quiet. Leave it out.',
  'enforce-dns-checkpointing':
    'asks DNS, which tor.proxyClearnet keeps quiet. Leave it out.',
  'bootstrap-daemon-address':
    'would reach the other daemon past Tor, which tor.proxyClearnet is there to prevent. Leave it out.',
  'public-node':
    'would advertise the RPC at the address of an exit of Tor with tor.proxyClearnet. Leave it out; tor.rpc gives wallets an onion address.',
};

function refusedBehindTor(): CelRule[] {
  return Object.entries(BEHIND_TOR).map(([name, reason]) => ({
    fieldPath: '.monerod.args',
    rule: `!${PROXIED} || !${given(name)}`,
    message: `--${name} ${reason}`,
  }));
}

function proxyNeedsTor(): CelRule {
  return {
    fieldPath: '.tor.proxyClearnet',
    rule: `!${PROXIED} || ${TOR_ON}`,
    message:
      'proxyClearnet leads peers through Tor, which is off: set tor.enabled to true, or leave proxyClearnet out.',
  };
}

function proxyLeadsNoWayInside(): CelRule {
  return {
    fieldPath: '.tor.proxyClearnet',
    rule: `!${PROXIED} || ${netOf('self')} != 'regtest'`,
    message:
      'The nodes of a regtest set meet inside the cluster, where no exit of Tor leads: leave proxyClearnet out.',
  };
}

function proxyKnowsNoNames(): CelRule {
  const named = `(has(self.peers) ? self.peers : []).filter(p, !p.matches('^[0-9.]+:[0-9]+$'))`;
  return {
    fieldPath: '.peers',
    rule: `!${PROXIED} || ${named}.size() == 0`,
    messageExpression: `"With tor.proxyClearnet peers are reached through Tor, and no DNS is asked: write the IP address of '" + ${named}[0] + "', or leave it out."`,
  };
}

/** On mainnet monerod has seed nodes on both networks, on regtest the nodes of the set know each other. */
function peersWhereNoneAreKnown(): CelRule {
  return {
    rule: `!(${TOR_ON} || ${I2P_ON}) || !(${netOf(
      'self',
    )} in ['testnet', 'stagenet']) || ${ALL_PEERS} > 0`,
    messageExpression: `'monerod knows no peer over Tor or I2P on ' + ${netOf(
      'self',
    )} + ', and would keep all transactions to itself: name one in tor.peers or i2p.peers.'`,
  };
}

/** A node on regtest that is alone runs offline; peers over Tor or I2P put it online, where it waits for blocks. */
function regtestNeedsBlocks(): CelRule {
  return {
    fieldPath: '.peers',
    rule:
      `!((${TOR_ON} && ${countOf('tor')} > 0 || ${I2P_ON} && ${countOf(
        'i2p',
      )} > 0) && ${netOf('self')} == 'regtest' && ` +
      `has(self.replicas) && self.replicas == 1 && !(has(self.peers) && self.peers.size() > 0))`,
    message:
      'No blocks come over Tor or I2P, so this node alone would never be in sync: name a node in peers too, or run two.',
  };
}

/** monerod syncs with clearnet peers alone, and with exclusive nodes it has no other peers. */
function exclusiveNodesBringBlocks(): CelRule {
  const exclusive = flagOf('add-exclusive-node');
  const anonymous = "matches('[.](onion|i2p)(:[0-9]+)?$')";
  const nodes =
    `${PLACES}.filter(i, i < ${ARGS}.size() && ${isFlag(
      exclusive,
      nameIn(`${ARGS}[i]`),
    )})` +
    `.map(i, ${ARGS}[i].contains('=') || i + 1 >= ${ARGS}.size() ? ${ARGS}[i] : ${ARGS}[i + 1])`;
  return {
    fieldPath: '.monerod.args',
    rule: `${nodes}.size() == 0 || ${nodes}.exists(n, !n.${anonymous}) || ${netOf(
      'self',
    )} == 'regtest'`,
    message:
      '--add-exclusive-node names only nodes on Tor or I2P, which send no blocks: the node would never be in sync. Use tor.peers or i2p.peers, which leave it its other peers.',
  };
}

function flagOf(name: string): MonerodFlag {
  const flag = MONEROD_FLAGS.find(each => each.name === name);
  if (!flag) throw new Error(`monerod has no option ${name}.`);
  return flag;
}
