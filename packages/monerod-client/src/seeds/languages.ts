/** A language of seed words, and what the reference wallet says of it. */
interface LanguageFacts {
  /** What its speakers call it, as the wallet offers it. */
  localName: string;
  /** So many letters tell its words apart; the checksum counts only these. */
  prefixLength: number;
  /** Loads its words on demand: some 12 kB a language. */
  load(): Promise<{ words: string }>;
}

/** In the order in which the reference wallet offers them. */
const LANGUAGES = {
  German: {
    localName: 'Deutsch',
    prefixLength: 4,
    load: () => import('./words/german'),
  },
  English: {
    localName: 'English',
    prefixLength: 3,
    load: () => import('./words/english'),
  },
  Spanish: {
    localName: 'Español',
    prefixLength: 4,
    load: () => import('./words/spanish'),
  },
  French: {
    localName: 'Français',
    prefixLength: 4,
    load: () => import('./words/french'),
  },
  Italian: {
    localName: 'Italiano',
    prefixLength: 4,
    load: () => import('./words/italian'),
  },
  Dutch: {
    localName: 'Nederlands',
    prefixLength: 4,
    load: () => import('./words/dutch'),
  },
  Portuguese: {
    localName: 'Português',
    prefixLength: 4,
    load: () => import('./words/portuguese'),
  },
  Russian: {
    localName: 'русский язык',
    prefixLength: 4,
    load: () => import('./words/russian'),
  },
  Japanese: {
    localName: '日本語',
    prefixLength: 3,
    load: () => import('./words/japanese'),
  },
  'Chinese (simplified)': {
    localName: '简体中文 (中国)',
    prefixLength: 1,
    load: () => import('./words/chineseSimplified'),
  },
  Esperanto: {
    localName: 'Esperanto',
    prefixLength: 4,
    load: () => import('./words/esperanto'),
  },
  Lojban: {
    localName: 'Lojban',
    prefixLength: 4,
    load: () => import('./words/lojban'),
  },
} satisfies Record<string, LanguageFacts>;

/** Name of a language of seed words, as the reference wallet spells it. */
export type SeedLanguage = keyof typeof LANGUAGES;

/** Every language, in the order in which the reference wallet offers them. */
export const SEED_LANGUAGES = Object.keys(LANGUAGES) as readonly SeedLanguage[];

/** What the reference wallet says of a language. */
export function languageFacts(language: SeedLanguage): LanguageFacts {
  return LANGUAGES[language];
}

/** What its speakers call a language. */
export function localNameOf(language: SeedLanguage): string {
  return LANGUAGES[language].localName;
}
