import { walletMethod } from '../walletMethod';

/** Takes in what `exportOutputs` of a view-only wallet gave. @returns how many are known now */
export const importOutputs = walletMethod<{ outputs: string }, number>(
  'import_outputs',
  {
    encode: ({ outputs }) => ({ outputs_data_hex: outputs }),
    decode: wire => wire.count('num_imported'),
  },
);
