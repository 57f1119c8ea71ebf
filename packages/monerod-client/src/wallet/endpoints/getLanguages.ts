import { walletMethod } from '../walletMethod';

/** Languages of seeds: in English, and in their own words. */
export const getLanguages = walletMethod<
  void,
  { name: string; ownName: string }[]
>('get_languages', {
  decode: wire => {
    const own = wire.strings('languages_local');
    return wire
      .strings('languages')
      .map((name, index) => ({ name, ownName: own[index] ?? name }));
  },
});
