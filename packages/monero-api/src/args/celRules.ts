import { NETTYPES } from '../nettype';
import { DISK_SIZES } from '../diskSizes';
import { MONEROD_FLAGS } from './flags';
import type { MonerodFlag } from './flag';
import { shortestPrefixes } from './prefixes';

/** A rule as it stands under `x-kubernetes-validations`. */
export interface CelRule {
  readonly rule: string;
  readonly messageExpression: string;
  /** Stands in where the expression yields a line break: for values that a person pasted. */
  readonly message?: string;
  readonly fieldPath?: string;
}

const PREFIXES = shortestPrefixes();
const SWITCHES = MONEROD_FLAGS.filter(flag => !flag.takesValue);
const FREE = MONEROD_FLAGS.filter(flag => flag.owned === undefined);

/** Rules that see one argument: their errors stand at `spec.monerod.args[i]`. */
export function argumentRules(): CelRule[] {
  return [
    spaceRule(),
    knownRule(),
    switchValueRule(),
    emptyValueRule(),
    ...ownedRules(),
  ];
}

/** Rules that see the whole list: their errors stand at `spec.monerod.args`. */
export function listRules(): CelRule[] {
  return [orphanRule(), missingValueRule(), repeatedRule(), oneNetworkRule()];
}

/** Rules that weigh the arguments against other fields of the specification. */
export function specRules(): CelRule[] {
  return [networkRule(), networkStaysRule(), pruneStaysRule(), diskRule()];
}

/** An abbreviated name counts for an option when it is long enough and the option begins with it. */
function lengths(flags: readonly MonerodFlag[]): string {
  const entries = flags.map(
    ({ name }) => `'--${name}': ${PREFIXES[`--${name}`]}`,
  );
  return `{${entries.join(', ')}}`;
}

function allNames(): string {
  return `' ${MONEROD_FLAGS.map(flag => `--${flag.name}`).join(' ')} '`;
}

const NAME = "self.split('=')[0]";

function spaceRule(): CelRule {
  return {
    rule: "!self.matches('^--[^=\\\\s]*\\\\s')",
    messageExpression: `"'" + self + "' holds a space: write --option=value, or the value as an item of its own."`,
    message:
      'The name of an option holds a line break: write each argument as an item of its own.',
  };
}

/** Exactly one option begins with the name, or it is an option's whole name. */
function knownRule(): CelRule {
  const names = allNames();
  return {
    rule:
      `!self.startsWith('--') || self.matches('^--[^=\\\\s]*\\\\s') || [${names}].all(all, ` +
      `all.contains(' ' + ${NAME} + ' ') || all.split(' ' + ${NAME}).size() == 2)`,
    messageExpression:
      `[${names}.split(' ').filter(f, f.startsWith(${NAME}))].map(meant, meant.size() == 0 || ${NAME} == '--' ` +
      `? ${NAME} + ' is no option of monerod.' ` +
      `: ${NAME} + ' could mean ' + meant.join(', ') + ': write it in full.')[0]`,
  };
}

/** `resolves to one of the flags` for the name of the argument in `self`. */
function isOneOf(flags: readonly MonerodFlag[]): string {
  return `[${lengths(
    flags,
  )}].exists(m, m.exists(f, f.startsWith(${NAME}) && ${NAME}.size() >= m[f]))`;
}

function nameOf(flags: readonly MonerodFlag[]): string {
  return `[${lengths(
    flags,
  )}].map(m, m.filter(f, f.startsWith(${NAME}) && ${NAME}.size() >= m[f]))[0][0]`;
}

function switchValueRule(): CelRule {
  const free = SWITCHES.filter(flag => flag.owned === undefined);
  return {
    rule: `!self.startsWith('--') || !self.contains('=') || !${isOneOf(free)}`,
    messageExpression: `${nameOf(
      free,
    )} + ' takes no value: it is either there or not.'`,
  };
}

function emptyValueRule(): CelRule {
  const free = FREE.filter(flag => flag.takesValue);
  return {
    rule: `!self.matches('^--[^=]+=$') || !${isOneOf(free)}`,
    messageExpression: `${nameOf(
      free,
    )} + ' needs a value after the equals sign.'`,
  };
}

/** One rule for each reason, so that each reads as what it is. */
function ownedRules(): CelRule[] {
  const reasons = new Map<string, MonerodFlag[]>();
  for (const flag of MONEROD_FLAGS) {
    if (flag.owned) {
      reasons.set(flag.owned, [...(reasons.get(flag.owned) ?? []), flag]);
    }
  }
  return [...reasons].map(([reason, flags]) => ({
    rule: `!self.startsWith('--') || !${isOneOf(flags)}`,
    messageExpression: `${nameOf(flags)} + ${quote(` ${reason}`)}`,
  }));
}

function quote(text: string): string {
  return `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
}

/** Places in a list, as CEL has no counting loop: as many as maxItems. */
const PLACES = `[${Array.from({ length: 64 }, (_, i) => i).join(', ')}]`;

function isSwitch(item: string): string {
  return `[${lengths(
    SWITCHES,
  )}].exists(m, m.exists(f, f.startsWith(${item}) && ${item}.size() >= m[f]))`;
}

/** monerod would take a stray word for a command to a running daemon. */
function orphanRule(): CelRule {
  const orphans =
    `${PLACES}.filter(i, i < self.size() && !self[i].startsWith('--') && (i == 0 || !self[i - 1].startsWith('--') ` +
    `|| self[i - 1].contains('=') || ${isSwitch('self[i - 1]')}))`;
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
    `[${lengths(free)}].map(m, ${PLACES}.filter(i, i < self.size() && ` +
    `(i + 1 == self.size() || self[i + 1].startsWith('--')) && ` +
    `m.exists(f, f.startsWith(self[i]) && self[i].size() >= m[f])))[0]`;
  return {
    rule: `${lacking}.size() == 0`,
    messageExpression: `self[${lacking}[0]] + ' needs a value: write ' + self[${lacking}[0]] + '=VALUE.'`,
  };
}

/** monerod prints its help and exits when such an option comes twice, even with the same value. */
function repeatedRule(): CelRule {
  const once = FREE.filter(flag => !flag.repeatable);
  const repeated =
    `[self.map(a, a.split('=')[0])].map(names, [${lengths(once)}].map(m, ` +
    `m.filter(f, names.filter(n, f.startsWith(n) && n.size() >= m[f]).size() > 1))[0])[0]`;
  return {
    rule: `${repeated}.size() == 0`,
    messageExpression: `${repeated}.join(' and ') + ' may be given once only.'`,
  };
}

const NETWORK_FLAGS = MONEROD_FLAGS.filter(flag =>
  ['testnet', 'stagenet', 'regtest'].includes(flag.name),
);

function networksOf(args: string): string {
  return `[${lengths(
    NETWORK_FLAGS,
  )}].map(m, m.filter(f, ${args}.exists(a, f.startsWith(a) && a.size() >= m[f])))[0]`;
}

function oneNetworkRule(): CelRule {
  const networks = networksOf('self');
  return {
    rule: `${networks}.size() < 2`,
    messageExpression: `${networks}.join(' and ') + ' exclude each other: a node is on one network.'`,
  };
}

function argsOf(spec: string): string {
  return `(has(${spec}.monerod.args) ? ${spec}.monerod.args : [])`;
}

function networkRule(): CelRule {
  const networks = networksOf(argsOf('self'));
  return {
    fieldPath: '.network',
    rule: `!has(self.network) || ${networks}.all(f, f == '--' + self.network)`,
    messageExpression:
      `'network is ' + self.network + ', but the arguments say ' + ${networks}.filter(f, f != '--' + ` +
      `self.network)[0] + ': remove one of them.'`,
  };
}

/** The network that counts: the field, else the arguments, else mainnet. */
function netOf(spec: string): string {
  const byArgs = networksOf(argsOf(spec));
  return (
    `(has(${spec}.network) ? ${spec}.network : ` +
    `(${byArgs} + ['--mainnet'])[0].substring(2))`
  );
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

function pruneStaysRule(): CelRule {
  return {
    fieldPath: '.monerod.prune',
    rule: '!oldSelf.monerod.prune || self.monerod.prune',
    messageExpression:
      "'prune cannot go back to false: pruned data is gone. Create another node set for the whole chain.'",
  };
}

function diskOf(spec: string): string {
  const sizes = (kind: 'full' | 'pruned') =>
    `{${NETTYPES.map(net => `'${net}': '${DISK_SIZES[net][kind]}'`).join(
      ', ',
    )}}[${netOf(spec)}]`;
  return (
    `(has(${spec}.diskSize) ? ${spec}.diskSize : ` +
    `${spec}.monerod.prune ? ${sizes('pruned')} : ${sizes('full')})`
  );
}

/** Weighs what counts, written or by default: both leaving diskSize out and pruning could shrink it. */
function diskRule(): CelRule {
  const before = diskOf('oldSelf');
  const after = diskOf('self');
  return {
    fieldPath: '.diskSize',
    rule: `${netOf('self')} != ${netOf(
      'oldSelf',
    )} || !isQuantity(${after}) || !isQuantity(${before}) || !quantity(${after}).isLessThan(quantity(${before}))`,
    messageExpression: `'diskSize cannot shrink from ' + ${before} + ' to ' + ${after} + ': a volume only grows. Write at least ' + ${before} + '.'`,
  };
}
