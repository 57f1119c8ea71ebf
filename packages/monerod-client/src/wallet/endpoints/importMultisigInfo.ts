import { LONG_MS, walletMethod } from '../walletMethod';

/** Takes in what `exportMultisigInfo` of the others gave. @returns how many outputs are known now */
export const importMultisigInfo = walletMethod<
  { infos: readonly string[] },
  number
>('import_multisig_info', {
  timeoutMs: LONG_MS,
  encode: ({ infos }) => ({ info: infos }),
  decode: wire => wire.count('n_outputs'),
});
