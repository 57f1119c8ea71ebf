import { sentence } from './format';

/** A node or miner of which it is told why it does not run. */
interface Told {
  pod: string;
  brief?: string;
}

/** Names of those of which a finding tells the whole: what is said of them elsewhere is short. */
export function namesOfFound(parts: readonly Told[]): string[] {
  return parts.filter(({ brief }) => brief !== undefined).map(({ pod }) => pod);
}

/**
 * What an operator says, up to why one of these is not in order, with which it
 * ends: "1 of 3 nodes replaced; waits for web-2." Pure.
 *
 * @param names - of those of whom the reason is told already
 */
export function upToReasonOf(
  message: string,
  names: readonly string[],
): string {
  const ends = names
    .map(name => ({ name, at: ` ${message}`.indexOf(` ${name}: `) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  if (ends.length === 0) {
    return message;
  }
  const [{ name, at }] = ends;
  const before = message.slice(0, at).trimEnd();
  // A sentence of its own is the name alone then.
  return before === '' || /[.!?]$/.test(before)
    ? before
    : sentence(`${before} ${name}`);
}
