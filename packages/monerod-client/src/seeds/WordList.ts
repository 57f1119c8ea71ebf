import { languageFacts, SeedLanguage } from './languages';

/** Words of every language. */
export const WORD_COUNT = 1626;

/** Form in which words are compared: composed letters, lower case. */
export function canonical(word: string): string {
  return word.normalize('NFKC').toLowerCase();
}

/** First letters of a word; letters beyond the Basic Multilingual Plane count once. */
export function prefixOf(word: string, length: number): string {
  return [...word].slice(0, length).join('');
}

/** How a word was found. */
export interface WordMatch {
  /** Position in the list, from 0. */
  index: number;
  /** False when only a beginning was given. */
  complete: boolean;
}

/** The words of one language, in their order. */
export class WordList {
  readonly language: SeedLanguage;
  readonly words: readonly string[];
  /** So many letters tell the words apart. */
  readonly prefixLength: number;
  private readonly canonicalWords: readonly string[];
  private readonly indexByWord: ReadonlyMap<string, number>;
  private readonly indexByPrefix: ReadonlyMap<string, number>;

  constructor(
    language: SeedLanguage,
    words: readonly string[],
    prefixLength: number,
  ) {
    this.language = language;
    this.words = words;
    this.prefixLength = prefixLength;
    this.canonicalWords = words.map(canonical);
    const entries = [...this.canonicalWords.entries()];
    this.indexByWord = new Map(entries.map(([index, word]) => [word, index]));
    this.indexByPrefix = new Map(
      entries.map(([index, word]) => [prefixOf(word, prefixLength), index]),
    );
  }

  /**
   * Finds a word, in any case, by itself or by a beginning that no other word
   * has.
   */
  find(word: string): WordMatch | undefined {
    const wanted = canonical(word);
    const exact = this.indexByWord.get(wanted);
    if (exact !== undefined) {
      return { index: exact, complete: true };
    }
    if ([...wanted].length < this.prefixLength) {
      return undefined;
    }
    const index = this.indexByPrefix.get(prefixOf(wanted, this.prefixLength));
    return index !== undefined && this.canonicalWords[index].startsWith(wanted)
      ? { index, complete: false }
      : undefined;
  }

  /** Words that begin so, in their order; nothing for an empty beginning. */
  complete(beginning: string, limit = 10): string[] {
    const wanted = canonical(beginning);
    return wanted === ''
      ? []
      : this.words
          .filter((_, index) => this.canonicalWords[index].startsWith(wanted))
          .slice(0, limit);
  }

  /** What the checksum counts of the word at a position. */
  prefixAt(index: number): string {
    return prefixOf(this.words[index], this.prefixLength);
  }
}

/** Loads the words of a language; a bundler makes a file of its own of each. */
export async function loadWordList(language: SeedLanguage): Promise<WordList> {
  const { load, prefixLength } = languageFacts(language);
  const { words } = await load();
  return new WordList(language, words.trim().split(/\s+/), prefixLength);
}
