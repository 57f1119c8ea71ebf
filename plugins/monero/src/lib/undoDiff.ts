import { parseDiff } from './diff';

/** Lines that stand together in the old file and in the new one. */
interface Hunk {
  /** Line of the new file at which it begins, from 0. */
  at: number;
  before: string[];
  after: string[];
}

/**
 * A file as it was before a change, with everything that was changed elsewhere
 * since. Pure.
 *
 * @param text - the file as it is now
 * @param diff - unified diff of the change, of one file
 * @returns undefined when lines of the change, or beside them, are others now
 */
export function undoDiff(text: string, diff: string): string | undefined {
  let lines = text.split('\n');
  // From the end, so that what comes before stays where it is.
  for (const hunk of hunksOf(diff).reverse()) {
    const at = placeOf(hunk, lines);
    if (at === undefined) {
      return undefined;
    }
    lines = [
      ...lines.slice(0, at),
      ...hunk.before,
      ...lines.slice(at + hunk.after.length),
    ];
  }
  return lines.join('\n');
}

function hunksOf(diff: string): Hunk[] {
  const hunks: Hunk[] = [];
  let open: Hunk | undefined;
  for (const { kind, text, after } of parseDiff(diff)) {
    if (kind === 'gap') {
      open = undefined;
      continue;
    }
    if (!open) {
      open = { at: 0, before: [], after: [] };
      hunks.push(open);
    }
    if (after !== undefined && open.after.length === 0) {
      open.at = after - 1;
    }
    if (kind !== 'added') open.before.push(text);
    if (kind !== 'removed') open.after.push(text);
  }
  return hunks;
}

/** Where its lines are now: where they were, or the only other place that has them. */
function placeOf(
  { at, after }: Hunk,
  lines: readonly string[],
): number | undefined {
  const isAt = (start: number) =>
    after.every((line, index) => lines[start + index] === line);
  if (isAt(at)) {
    return at;
  }
  const places = lines.flatMap((_, start) => (isAt(start) ? [start] : []));
  return places.length === 1 ? places[0] : undefined;
}
