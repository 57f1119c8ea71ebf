import { isScalar, type YAMLSeq } from 'yaml';
import { ManifestEditError } from './ManifestEditError';
import {
  blankBefore,
  endOf,
  inlineOf,
  insertLines,
  lineStart,
  nextLine,
  rangeOf,
  scalarLike,
  type Splice,
} from './splice';

/** What becomes of one item. */
type Step = { keep: number } | { remove: number } | { add: unknown };

/**
 * The pieces of text that turn a list into another. Items that stay keep their quotes, their comments and their lines.
 *
 * @returns pieces from the end of the text to its beginning, so that each can be put in without moving the others;
 *   undefined when the list holds more than single values
 */
export function editList(
  text: string,
  list: YAMLSeq,
  wanted: readonly unknown[],
): Splice[] | undefined {
  const items = list.items;
  if (!items.every(isScalar) || wanted.some(item => Object(item) === item)) {
    return undefined;
  }
  const old = items.map(item => item.value);
  const steps = stepsBetween(old, wanted);
  return list.flow
    ? [flowSplice(text, list, steps)]
    : blockSplices(text, list, steps);
}

function blockSplices(
  text: string,
  list: YAMLSeq,
  steps: readonly Step[],
): Splice[] {
  const starts = list.items.map(item => {
    const start = lineStart(text, rangeOf(item)[0]);
    const dash = text.indexOf('-', start);
    blankBefore(text, dash);
    return { start, indent: text.slice(start, dash) };
  });
  const [{ start: first, indent }] = starts;
  const like = list.items[0];
  const splices: Splice[] = [];
  let at = first;
  for (const step of steps) {
    if ('add' in step) {
      const line = `${indent}- ${scalarLike(like, step.add)}`;
      splices.push(insertLines(text, at, line));
      continue;
    }
    const index = 'keep' in step ? step.keep : step.remove;
    at = nextLine(text, endOf(list.items[index]));
    if ('remove' in step) {
      splices.push({ from: starts[index].start, to: at, text: '' });
    }
  }
  return splices.reverse();
}

function flowSplice(
  text: string,
  list: YAMLSeq,
  steps: readonly Step[],
): Splice {
  const [from, to] = rangeOf(list);
  if (text.slice(from, to).includes('\n')) {
    throw new ManifestEditError(
      'A list in brackets over several lines cannot be changed here; write it with dashes.',
    );
  }
  const parts = steps.flatMap(step => {
    if ('remove' in step) return [];
    return 'add' in step
      ? inlineOf([step.add]).slice(1, -1)
      : text.slice(...rangeOf(list.items[step.keep]));
  });
  return { from, to, text: `[${parts.join(', ')}]` };
}

/** The shortest way from one list to another: longest common subsequence. */
function stepsBetween(
  old: readonly unknown[],
  wanted: readonly unknown[],
): Step[] {
  const common: number[][] = Array.from({ length: old.length + 1 }, () =>
    new Array<number>(wanted.length + 1).fill(0),
  );
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = wanted.length - 1; j >= 0; j--) {
      common[i][j] =
        old[i] === wanted[j]
          ? common[i + 1][j + 1] + 1
          : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  const steps: Step[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < wanted.length) {
    if (i < old.length && j < wanted.length && old[i] === wanted[j]) {
      steps.push({ keep: i });
      i += 1;
      j += 1;
    } else if (
      i < old.length &&
      (j === wanted.length || common[i + 1][j] >= common[i][j + 1])
    ) {
      steps.push({ remove: i });
      i += 1;
    } else {
      steps.push({ add: wanted[j] });
      j += 1;
    }
  }
  return steps;
}
