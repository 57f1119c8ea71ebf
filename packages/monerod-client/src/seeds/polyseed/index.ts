export {
  entropyOfPolyseed,
  loadPolyseedWords,
  parsePolyseed,
  polyseedWords,
  type Polyseed,
} from './polyseed';
