import {
  bool,
  bytes,
  list,
  mapped,
  object,
  optionalList,
  text,
  u64,
} from '../../storage';
import type {
  OutputDistribution,
  OutputDistributionParams,
} from '../getOutputDistribution';
import { binaryCall } from './binaryCall';
import { count } from './numbers';
import { decodeVarints } from './varints';

const COUNTS = mapped(bytes(), {
  fromWire: decodeVarints,
  toWire: () => {
    throw new Error('only daemons send this');
  },
});

/** As `getOutputDistribution`, in a fraction of the bytes: wallets ask for the whole chain. */
export const getOutputDistributionBinary = binaryCall({
  name: 'get_output_distribution.bin',
  request: object({
    amounts: list(u64()),
    from_height: count(),
    to_height: count(),
    cumulative: bool(),
    binary: bool(),
    compress: bool(),
  }),
  answer: object({
    status: text(),
    distributions: optionalList(
      object({
        amount: u64(),
        start_height: count(),
        base: count(),
        compressed_data: COUNTS,
      }),
    ),
  }),
  encode: ({
    amountsAtomicUnits,
    first,
    last,
    cumulative,
  }: OutputDistributionParams) => ({
    amounts: [...amountsAtomicUnits],
    from_height: first ?? 0,
    to_height: last ?? 0,
    cumulative: cumulative ?? false,
    binary: true,
    compress: true,
  }),
  decode: ({ distributions }): OutputDistribution[] =>
    distributions.map(wire => ({
      amountAtomicUnits: wire.amount,
      first: wire.start_height,
      before: wire.base,
      counts: wire.compressed_data,
    })),
});
