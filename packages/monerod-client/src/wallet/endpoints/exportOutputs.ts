import { walletMethod } from '../walletMethod';

/** Which outputs. */
export interface ExportOutputsParams {
  /** All, not just those since the last time. */
  all?: boolean;
  /** Position of the first one. */
  first?: number;
  /** How many. */
  count?: number;
}

/** Outputs for `importOutputs` of the wallet with the keys, in hexadecimal. */
export const exportOutputs = walletMethod<ExportOutputsParams | void, string>(
  'export_outputs',
  {
    encode: params => ({
      all: params?.all ?? false,
      start: params?.first,
      count: params?.count,
    }),
    decode: wire => wire.string('outputs_data_hex'),
  },
);
