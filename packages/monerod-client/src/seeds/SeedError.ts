import { SeedLanguage } from './languages';

/**
 * What can be wrong with a seed.
 *
 * - `WordCount`: not 25 words (`count`).
 * - `UnknownWord`: a word that is in no list of the language that fits best
 *   (`word`, `position`, `language`, `suggestions`).
 * - `InvalidWords`: three words that stand for no number; the first is at
 *   `position`.
 * - `Checksum`: the last word does not match the others.
 * - `AmbiguousLanguage`: a good seed in several languages (`languages`).
 * - `InvalidEntropy`: not 32 bytes to make words of, or no secret of a polyseed.
 * - `Encrypted`: a polyseed with a passphrase.
 * - `UnsupportedFeatures`: a polyseed of a later version.
 */
export type SeedErrorCode =
  | 'WordCount'
  | 'UnknownWord'
  | 'InvalidWords'
  | 'Checksum'
  | 'AmbiguousLanguage'
  | 'InvalidEntropy'
  | 'Encrypted'
  | 'UnsupportedFeatures';

/** Facts of a failure beyond its code and message. */
export interface SeedErrorDetails {
  /** Words that were given. */
  count?: number;
  /** The word as it was given. */
  word?: string;
  /** Which word, from 0. */
  position?: number;
  /** The language that fits best. */
  language?: SeedLanguage;
  /** The languages it could be. */
  languages?: readonly SeedLanguage[];
  /** Words that differ in one letter, or begin so; at most five. */
  suggestions?: readonly string[];
}

/**
 * The only class of error that reading and making seeds throws.
 *
 * The message quotes the one word that is wrong and no other. Show it to the
 * owner of the seed; do not log it.
 */
export class SeedError extends Error {
  readonly code: SeedErrorCode;
  readonly count?: number;
  readonly word?: string;
  readonly position?: number;
  readonly language?: SeedLanguage;
  readonly languages?: readonly SeedLanguage[];
  readonly suggestions?: readonly string[];

  constructor(
    code: SeedErrorCode,
    message: string,
    details: SeedErrorDetails = {},
  ) {
    super(message);
    this.name = 'SeedError';
    this.code = code;
    Object.assign(this, details);
  }
}
