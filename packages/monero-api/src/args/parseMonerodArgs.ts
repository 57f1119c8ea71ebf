import { MONEROD_FLAGS } from './flags';
import type { MonerodFlag } from './flag';

/** One option as given, its name written in full. */
export interface MonerodArg {
  /** Full name without hyphens, such as `public-node`; as given, where monerod has no such option. */
  readonly flag: string;
  /** What stands after `=`, or the item after the option; absent for switches. */
  readonly value?: string;
  /** The item as given. */
  readonly raw: string;
  /** Where the item stands in the list. */
  readonly index: number;
}

/**
 * Reads arguments the way monerod does: both `--option=value` and `--option value`, and unambiguous abbreviations. The
 * order is kept. It never throws: what cannot be read stays as it is, for validateManifest to speak about. A word that
 * belongs to no option is left out.
 */
export function parseMonerodArgs(args: readonly string[]): MonerodArg[] {
  const parsed: MonerodArg[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const raw = args[index];
    if (!raw.startsWith('--')) continue;
    const equals = raw.indexOf('=');
    const given = raw.slice(2, equals < 0 ? undefined : equals);
    const known = findFlag(given);
    const flag = known?.name ?? given;
    const next: string | undefined = args[index + 1];
    if (equals >= 0) {
      parsed.push({ flag, value: raw.slice(equals + 1), raw, index });
    } else if (known?.takesValue && next !== undefined && !isOption(next)) {
      parsed.push({ flag, value: next, raw, index });
      index += 1;
    } else {
      parsed.push({ flag, raw, index });
    }
  }
  return parsed;
}

/** Writes options the one way that every monerod understands: `--name` or `--name=value`. */
export function formatMonerodArgs(
  args: readonly Pick<MonerodArg, 'flag' | 'value'>[],
): string[] {
  return args.map(({ flag, value }) =>
    value === undefined ? `--${flag}` : `--${flag}=${value}`,
  );
}

/**
 * The option that a name, in full or abbreviated without ambiguity, stands for.
 *
 * @param name - without hyphens and value
 */
export function findFlag(name: string): MonerodFlag | undefined {
  const exact = MONEROD_FLAGS.find(flag => flag.name === name);
  if (exact || name === '') return exact;
  const meant = MONEROD_FLAGS.filter(flag => flag.name.startsWith(name));
  return meant.length === 1 ? meant[0] : undefined;
}

function isOption(item: string): boolean {
  return item.startsWith('--');
}
