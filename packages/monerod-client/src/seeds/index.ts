export { localNameOf, SEED_LANGUAGES, type SeedLanguage } from './languages';
export {
  entropyOfPolyseed,
  loadPolyseedWords,
  parsePolyseed,
  polyseedWords,
  type Polyseed,
} from './polyseed';
export { parseSeed, readSeed, seedWords, type Seed } from './seed';
export {
  SeedError,
  type SeedErrorCode,
  type SeedErrorDetails,
} from './SeedError';
export { loadWordList, WordList, type WordMatch } from './WordList';
