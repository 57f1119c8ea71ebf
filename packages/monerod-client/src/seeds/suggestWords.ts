import { canonical, prefixOf, WordList } from './WordList';

const LIMIT = 5;

/** Longer than any word: no need to compare those. */
const LONGEST = 32;

/** True when one letter is changed, missing, too many, or swapped with the next. */
function oneStepApart(left: readonly string[], right: readonly string[]) {
  let start = 0;
  while (start < left.length && left[start] === right[start]) {
    start += 1;
  }
  const rest = (letters: readonly string[], from: number) =>
    letters.slice(from).join('');
  const swapped =
    left[start] === right[start + 1] &&
    left[start + 1] === right[start] &&
    rest(left, start + 2) === rest(right, start + 2);
  return (
    swapped ||
    rest(left, start + 1) === rest(right, start + 1) ||
    rest(left, start + 1) === rest(right, start) ||
    rest(left, start) === rest(right, start + 1)
  );
}

/**
 * Words of a list that somebody may have meant: one slip away from what was
 * given, else those that begin alike; at most five.
 */
export function suggestWords(word: string, wordList: WordList): string[] {
  const given = [...canonical(word.slice(0, LONGEST))];
  const near = wordList.words.filter(candidate =>
    oneStepApart(given, [...canonical(candidate)]),
  );
  const beginning = prefixOf(given.join(''), wordList.prefixLength);
  const alike = near.length > 0 ? near : wordList.complete(beginning, LIMIT);
  return alike.slice(0, LIMIT);
}
