import type { CelRule } from '../args/celParts';
import type { XmrigFlag } from './xmrigFlag';
import { XMRIG_FLAGS } from './xmrigFlags';

/** The name of the option in an argument, with hyphens: `--url`, `-o`, or nothing. */
function nameIn(item: string): string {
  return `(${item}.startsWith('--') ? ${item}.find('^[^=]*') : ${item}.find('^-.?'))`;
}

const NAME = nameIn('self');

/** Both spellings of options, as a list in CEL. */
function names(flags: readonly XmrigFlag[]): string {
  return list([...longNames(flags), ...letters(flags)]);
}

function longNames(flags: readonly XmrigFlag[]): string[] {
  return flags.map(({ name }) => `--${name}`);
}

function letters(flags: readonly XmrigFlag[]): string[] {
  return flags.flatMap(({ short }) => (short ? [`-${short}`] : []));
}

function list(items: readonly string[]): string {
  return `[${items.map(item => `'${item}'`).join(', ')}]`;
}

const SWITCHES = XMRIG_FLAGS.filter(flag => !flag.takesValue);
const VALUED = XMRIG_FLAGS.filter(flag => flag.takesValue);

/** Rules that see one argument: their errors stand at `spec.xmrig.args[i]`. */
export function xmrigArgumentRules(): CelRule[] {
  return [
    {
      rule: `!self.startsWith('-') || ${NAME} in ${names(XMRIG_FLAGS)}`,
      messageExpression:
        `${NAME} + ' is no option of xmrig: write options in full, as xmrig --help lists them, and a value that ` +
        `begins with a hyphen as --option=value.'`,
      message:
        'An option of xmrig holds no line break: write each argument as an item of its own.',
    },
    {
      rule: `!(self.startsWith('--') && self.contains('=') && ${NAME} in ${list(
        longNames(SWITCHES),
      )})`,
      messageExpression: `${NAME} + ' takes no value: it is either there or not.'`,
    },
    {
      rule: `self.startsWith('--') || !(${NAME} in ${list(
        letters(SWITCHES),
      )}) || self == ${NAME}`,
      messageExpression: `"'" + self + "' is more than one option: write each as an item of its own."`,
      message: 'Write each option as an item of its own.',
    },
    {
      rule: `!(self.startsWith('--') && self.endsWith('=') && ${NAME} in ${list(
        longNames(VALUED),
      )})`,
      messageExpression: `${NAME} + ' needs a value after the equals sign.'`,
    },
    ...ownedRules(),
  ];
}

/** One rule a reason: options that share it share the words. */
function ownedRules(): CelRule[] {
  const reasons = new Set(XMRIG_FLAGS.flatMap(flag => flag.owned ?? []));
  return [...reasons].map(reason => ({
    rule: `!(${NAME} in ${names(
      XMRIG_FLAGS.filter(flag => flag.owned === reason),
    )})`,
    messageExpression: `${NAME} + ' ${reason}'`,
  }));
}

/** Places in a list, as CEL has no counting loop: as many as maxItems. */
const PLACES = `[${Array.from({ length: 64 }, (_, i) => i).join(', ')}]`;

/** Rules that see the whole list: their errors stand at `spec.xmrig.args`. */
export function xmrigListRules(): CelRule[] {
  const valued = names(VALUED);
  const orphans =
    `${PLACES}.filter(i, i < self.size() && !self[i].startsWith('-') && ` +
    `(i == 0 || !(self[i - 1] in ${valued})))`;
  const lacking =
    `${PLACES}.filter(i, i < self.size() && (i + 1 == self.size() || self[i + 1].startsWith('-')) && ` +
    `self[i] in ${valued})`;
  return [
    {
      rule: `${orphans}.size() == 0`,
      messageExpression: `"'" + self[${orphans}[0]] + "' belongs to no option: an argument begins with a hyphen, or is the value of the option right before it."`,
      message:
        'A text with a line break belongs to no option: write each argument as an item of its own.',
    },
    {
      rule: `${lacking}.size() == 0`,
      messageExpression: `self[${lacking}[0]] + ' needs a value.'`,
    },
  ];
}

const ARGS = '(has(self.xmrig.args) ? self.xmrig.args : [])';

const flagNamed = (name: string) => XMRIG_FLAGS.filter(f => f.name === name);

/** Whether the arguments have one of these options. */
function given(flags: readonly XmrigFlag[]): string {
  return `${ARGS}.exists(a, ${nameIn('a')} in ${names(flags)})`;
}

const URL = given(flagNamed('url'));
const FOLLOWING = XMRIG_FLAGS.filter(
  flag => flag.withoutDaemon && flag.name !== 'url',
);
const followingGiven = `${ARGS}.filter(a, ${nameIn('a')} in ${names(
  FOLLOWING,
)})`;

/** Where work comes from, and who is paid. Rules that weigh the arguments against other fields. */
export function miningRules(): CelRule[] {
  return [
    {
      fieldPath: '.xmrig.args',
      rule: `has(self.daemonRef) || ${URL}`,
      message:
        'The miners need to know where work comes from: name a pool with -o, or a node set or network of yours with daemonRef.',
    },
    {
      fieldPath: '.daemonRef',
      rule: `!has(self.daemonRef) || !${URL}`,
      message:
        'daemonRef names a daemon, and the arguments name a pool with -o: remove one of them.',
    },
    {
      fieldPath: '.daemonRef',
      rule: `!has(self.daemonRef) || ${followingGiven}.size() == 0`,
      messageExpression: `'With daemonRef the miners work alone, and ' + ${nameIn(
        `${followingGiven}[0]`,
      )} + ' is for pools: remove it. wallet says who is paid.'`,
    },
    {
      fieldPath: '.wallet',
      rule: '!has(self.daemonRef) || has(self.wallet)',
      message: 'daemonRef needs wallet, the address that blocks pay.',
    },
    {
      fieldPath: '.wallet',
      rule: `!has(self.daemonRef) || !has(self.wallet) || self.wallet.matches('^[459A].{94}$')`,
      message:
        'With daemonRef wallet must be a primary address: 95 characters, beginning with 4 (mainnet and regtest), 9 or A (testnet) or 5 (stagenet). A daemon pays no subaddress.',
    },
    {
      fieldPath: '.wallet',
      rule: `has(self.daemonRef) || !has(self.wallet) || !${given([
        ...flagNamed('user'),
        ...flagNamed('userpass'),
      ])}`,
      message: 'wallet and -u both say who is paid: remove one of them.',
    },
  ];
}
