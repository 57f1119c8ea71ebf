import type { XmrigFlag } from './xmrigFlag';
import { XMRIG_FLAGS } from './xmrigFlags';

/** One option as given. */
export interface XmrigArg {
  /** Full name without hyphens, such as `url`; as given, where xmrig has no such option. */
  readonly flag: string;
  /** What stands after `=`, or the item after the option; absent for switches. */
  readonly value?: string;
  /** Where the item stands in the list. */
  readonly index: number;
}

/** Reads arguments the way xmrig does: `--url=X`, `--url X` and `-o X`. It never throws; words of no option are left out. */
export function parseXmrigArgs(args: readonly string[]): XmrigArg[] {
  const parsed: XmrigArg[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const raw = args[index];
    if (!raw.startsWith('-')) continue;
    const known = findXmrigFlag(raw);
    const flag = known?.name ?? raw.replace(/^-+/, '').split('=')[0];
    const attached = attachedValue(raw);
    const next: string | undefined = args[index + 1];
    if (attached !== undefined) {
      parsed.push({ flag, value: attached, index });
    } else if (known?.takesValue && next !== undefined) {
      parsed.push({ flag, value: next, index });
      index += 1;
    } else {
      parsed.push({ flag, index });
    }
  }
  return parsed;
}

/**
 * The option that an argument is of.
 *
 * @param arg - with its hyphens, with or without a value
 */
export function findXmrigFlag(arg: string): XmrigFlag | undefined {
  if (arg.startsWith('--')) {
    const [name] = arg.slice(2).split('=');
    return XMRIG_FLAGS.find(flag => flag.name === name);
  }
  return arg.startsWith('-')
    ? XMRIG_FLAGS.find(({ short }) => short !== undefined && short === arg[1])
    : undefined;
}

function attachedValue(arg: string): string | undefined {
  if (arg.startsWith('--')) {
    const equals = arg.indexOf('=');
    return equals < 0 ? undefined : arg.slice(equals + 1);
  }
  return arg.length > 2 ? arg.slice(2) : undefined;
}
