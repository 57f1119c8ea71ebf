import type { Endpoint } from '../endpoint';
import { WireReader } from '../wire';

/** The other half of a declaration: what a method takes and gives. */
interface WalletMethod<Params, Result> {
  encode?(params: Params): Record<string, unknown>;
  decode?(wire: WireReader): Result;
  /** Deadline where the caller names none, when the client's default is too short. */
  timeoutMs?: number;
}

/** Reading and checking a whole chain takes its time. */
export const LONG_MS = 10 * 60_000;

/**
 * Declares a method of monero-wallet-rpc. Its answers have no status word;
 * without `decode` only the success is of interest.
 */
export function walletMethod<Params = void, Result = void>(
  name: string,
  { encode, decode, timeoutMs }: WalletMethod<Params, Result> = {},
): Endpoint<Params, Result> {
  return {
    name,
    style: 'json-rpc',
    bare: true,
    ...(encode ? { encode } : {}),
    ...(timeoutMs ? { timeoutMs } : {}),
    decode: answer => decode?.(answer.object('result')) as Result,
  };
}
