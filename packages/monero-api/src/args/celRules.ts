import { NETTYPES } from '../nettype';
import { DISK_SIZES } from '../diskSizes';
import { MONEROD_FLAGS } from './flags';
import type { MonerodFlag } from './flag';
import { anonymityRules } from '../anonymity/celRules';
import {
  argsOf,
  has,
  isFlag,
  nameIn,
  netOf,
  NETWORK_FLAGS,
  PLACES,
  type CelRule,
} from './celParts';
import { refusedInNetwork } from './refusedInNetwork';
import { shortestPrefixes } from './prefixes';

const PREFIXES = shortestPrefixes();
const SWITCHES = MONEROD_FLAGS.filter(flag => !flag.takesValue);
const FREE = MONEROD_FLAGS.filter(flag => flag.owned === undefined);

/** Rules that see one argument: their errors stand at `spec.monerod.args[i]`. */
export function argumentRules(): CelRule[] {
  return [
    spaceRule(),
    unknownRule(),
    ambiguousRule(),
    switchValueRule(),
    emptyValueRule(),
    numberRule(),
    ...ownedRules(),
  ];
}

/** Rules that see the whole list: their errors stand at `spec.monerod.args`. */
export function listRules(): CelRule[] {
  return [
    orphanRule(),
    missingValueRule(),
    nextNumberRule(),
    ...repeatedRules(),
    ...oneNetworkRules(),
  ];
}

/** Rules that weigh the arguments against other fields of the specification. */
export function specRules(): CelRule[] {
  return [
    ...networkRules(),
    networkStaysRule(),
    pruneStaysRule('node set'),
    diskRule(netOf),
    ...anonymityRules(),
  ];
}

const NAME = nameIn('self');

/** Rules that see one argument of a network's member, beside those of every node. */
export function memberArgumentRules(): CelRule[] {
  return MONEROD_FLAGS.flatMap(flag => {
    const reason = refusedInNetwork(flag.name);
    return reason === undefined
      ? []
      : [
          {
            rule: `!${isFlag(flag, NAME)}`,
            message: `--${flag.name} ${reason}`,
          },
        ];
  });
}

/** The same as specRules for the members of a network: there the Monero network is settled. */
export function memberSpecRules(): CelRule[] {
  return [
    memberNetworkRule(),
    pruneStaysRule('network'),
    diskRule(() => "'regtest'"),
  ];
}

function memberNetworkRule(): CelRule {
  return {
    fieldPath: '.network',
    rule: "self.network == 'regtest'",
    messageExpression:
      "'The members of a MoneroNetwork meet nobody but each other, and would never find ' + self.network + ': leave network out, or create a MoneroNodeSet for ' + self.network + '.'",
  };
}

/** Whether an argument has a name that could be an option's at all; the rule about spaces speaks of the others. */
const HAS_NAME = "self.startsWith('--') && !self.matches('^[^=]*\\\\s')";

/** Every option in alphabetical order: those that begin alike stand together, the shortest first. */
const ALL_NAMES = `' ${MONEROD_FLAGS.map(flag => `--${flag.name}`)
  .sort()
  .join(' ')} '`;

function spaceRule(): CelRule {
  return {
    rule: "!self.matches('^--[^=]*\\\\s')",
    messageExpression: `"'" + self + "' holds a space: write --option=value, or the value as an item of its own."`,
    message:
      'The name of an option holds a line break: write each argument as an item of its own.',
  };
}

function unknownRule(): CelRule {
  return {
    rule: `!(${HAS_NAME}) || ${NAME} != '--' && ${ALL_NAMES}.contains(' ' + ${NAME})`,
    messageExpression: `${NAME} + ' is no option of monerod.'`,
  };
}

/** An abbreviation must be how exactly one option begins, unless it is an option's whole name. */
function ambiguousRule(): CelRule {
  const name = `' ' + ${NAME}`;
  return {
    rule:
      `!(${HAS_NAME}) || ${NAME} == '--' || ${ALL_NAMES}.contains(${name} + ' ') || ` +
      `${ALL_NAMES}.split(${name}).size() <= 2`,
    messageExpression:
      `${NAME} + ' could mean ' + ${ALL_NAMES}.substring(${ALL_NAMES}.indexOf(${name}) + 1, ` +
      `${ALL_NAMES}.indexOf(' ', ${ALL_NAMES}.lastIndexOf(${name}) + 1)).replace(' ', ', ') + ': write it in full.'`,
  };
}

/** Lengths of the shortest abbreviations, by name. */
function lengths(flags: readonly MonerodFlag[]): string {
  const entries = flags.map(
    ({ name }) => `'--${name}': ${PREFIXES[`--${name}`]}`,
  );
  return `{${entries.join(', ')}}`;
}

/** Whether a name stands for one of the options: it is long enough, and the option begins with it. */
function isOneOf(flags: readonly MonerodFlag[], name: string): string {
  const table = lengths(flags);
  return `${table}.exists(f, f.startsWith(${name}) && ${name}.size() >= ${table}[f])`;
}

function switchValueRule(): CelRule {
  const free = FREE.filter(flag => !flag.takesValue);
  return {
    rule: `!(${HAS_NAME}) || !self.contains('=') || !${isOneOf(free, NAME)}`,
    messageExpression: `${NAME} + ' takes no value: it is either there or not.'`,
  };
}

function emptyValueRule(): CelRule {
  const free = FREE.filter(flag => flag.takesValue);
  return {
    rule: `!self.matches('^--[^=]+=$') || !${isOneOf(free, NAME)}`,
    messageExpression: `${NAME} + ' needs a value after the equals sign.'`,
  };
}

const NUMBERS = FREE.filter(flag => flag.takesNumber);

const WHOLE_NUMBER = '-?[0-9]{1,18}';

/** monerod prints its help and exits where it wants a number and finds none. */
function numberRule(): CelRule {
  return {
    rule:
      `!(${HAS_NAME}) || !self.contains('=') || self.matches('^[^=]*=(${WHOLE_NUMBER})?$') || ` +
      `!${isOneOf(NUMBERS, NAME)}`,
    messageExpression: `${NAME} + ' takes a whole number.'`,
  };
}

/** A rule for each option that is not the user's, so that each has its own words. */
function ownedRules(): CelRule[] {
  return MONEROD_FLAGS.filter(flag => flag.owned).map(flag => ({
    rule: `!${isFlag(flag, NAME)}`,
    message: `--${flag.name} ${flag.owned}`,
  }));
}

/** monerod would take a stray word for a command to a running daemon. */
function orphanRule(): CelRule {
  const orphans =
    `${PLACES}.filter(i, i < self.size() && !self[i].startsWith('--') && (i == 0 || !self[i - 1].startsWith('--') ` +
    `|| self[i - 1].contains('=') || ${isOneOf(SWITCHES, 'self[i - 1]')}))`;
  return {
    rule: `${orphans}.size() == 0`,
    messageExpression: `"'" + self[${orphans}[0]] + "' belongs to no option: an argument begins with --, or is the value of the option right before it."`,
    message:
      'A text with a line break belongs to no option: write each argument as an item of its own.',
  };
}

function missingValueRule(): CelRule {
  const free = FREE.filter(flag => flag.takesValue);
  const lacking =
    `${PLACES}.filter(i, i < self.size() && (i + 1 == self.size() || self[i + 1].startsWith('--')) && ` +
    `${isOneOf(free, 'self[i]')})`;
  return {
    rule: `${lacking}.size() == 0`,
    messageExpression: `self[${lacking}[0]] + ' needs a value: write ' + self[${lacking}[0]] + '=VALUE.'`,
  };
}

/** The same as numberRule, for the value as an item of its own. */
function nextNumberRule(): CelRule {
  const wrong =
    `${PLACES}.filter(i, i > 0 && i < self.size() && !self[i].startsWith('--') && ` +
    `!self[i].matches('^${WHOLE_NUMBER}$') && ${isOneOf(
      NUMBERS,
      'self[i - 1]',
    )})`;
  return {
    rule: `${wrong}.size() == 0`,
    messageExpression: `self[${wrong}[0] - 1] + ' takes a whole number.'`,
  };
}

/** monerod prints its help and exits when such an option comes twice, even with the same value. */
function repeatedRules(): CelRule[] {
  return FREE.filter(flag => !flag.repeatable).map(flag => ({
    rule: `self.filter(a, ${isFlag(flag, nameIn('a'))}).size() < 2`,
    message: `--${flag.name} may be given once only.`,
  }));
}

/** monerod refuses to start with two of them. */
function oneNetworkRules(): CelRule[] {
  return NETWORK_FLAGS.flatMap((one, index) =>
    NETWORK_FLAGS.slice(index + 1).map(other => ({
      rule: `!${has('self', one)} || !${has('self', other)}`,
      message: `--${one.name} and --${other.name} exclude each other: a node is on one network.`,
    })),
  );
}

/** One for each network, so that the words can name it. */
function networkRules(): CelRule[] {
  return NETWORK_FLAGS.map(flag => ({
    fieldPath: '.network',
    rule:
      `!has(self.network) || self.network == '${flag.name}' || ` +
      `!${has(argsOf('self'), flag)}`,
    messageExpression: `'network is ' + self.network + ', but the arguments say --${flag.name}: remove one of them.'`,
  }));
}

function networkStaysRule(): CelRule {
  return {
    fieldPath: '.network',
    rule: `${netOf('self')} == ${netOf('oldSelf')}`,
    messageExpression:
      `'The network cannot change from ' + ${netOf(
        'oldSelf',
      )} + ' to ' + ${netOf('self')} + ` +
      `': the volumes hold the chain of one network. Create another node set.'`,
  };
}

function pruneStaysRule(what: string): CelRule {
  return {
    fieldPath: '.monerod.prune',
    rule: '!oldSelf.monerod.prune || self.monerod.prune',
    message: `prune cannot go back to false: pruned data is gone. Create another ${what} for the whole chain.`,
  };
}

/** The expression for the network of a specification. */
type NetOf = (spec: string) => string;

function diskOf(spec: string, net: NetOf): string {
  const sizes = (kind: 'full' | 'pruned') =>
    `{${NETTYPES.map(type => `'${type}': '${DISK_SIZES[type][kind]}'`).join(
      ', ',
    )}}[${net(spec)}]`;
  return (
    `(has(${spec}.diskSize) ? ${spec}.diskSize : ` +
    `${spec}.monerod.prune ? ${sizes('pruned')} : ${sizes('full')})`
  );
}

/** Weighs what counts, written or by default: both leaving diskSize out and pruning could shrink it. */
function diskRule(net: NetOf): CelRule {
  const before = diskOf('oldSelf', net);
  const after = diskOf('self', net);
  return {
    fieldPath: '.diskSize',
    rule: `${net('self')} != ${net(
      'oldSelf',
    )} || !isQuantity(${after}) || !isQuantity(${before}) || !quantity(${after}).isLessThan(quantity(${before}))`,
    messageExpression: `'diskSize cannot shrink from ' + ${before} + ' to ' + ${after} + ': a volume only grows. Write at least ' + ${before} + '.'`,
  };
}
