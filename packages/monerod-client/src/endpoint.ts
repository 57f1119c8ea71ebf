import { WireReader } from './wire';

/** The two RPC listeners of a daemon. */
export type Listener = 'restricted' | 'unrestricted';

/** What a decoder may need to know beside the answer itself. */
export interface DecodeContext {
  /** The listener that the client was made for. */
  listener: Listener;
}

/** One call of the daemon's RPC: everything about it in one place. */
export interface Endpoint<Params, Result> {
  /** Name as monerod spells it: the JSON-RPC method, or the path without its slash. */
  readonly name: string;
  /** `json-rpc`: a method of `/json_rpc`; `path`: a path of its own. */
  readonly style: 'json-rpc' | 'path';
  /** Deadline where the caller names none, when the client's default is too short. */
  readonly timeoutMs?: number;
  /** The JSON-RPC result is a value without a status: `decode` gets it as the field `result`. */
  readonly bare?: boolean;
  /** Strings of the answer hold raw bytes: each character stands for one. */
  readonly rawBytes?: boolean;
  /** Parameters as monerod wants them; a call without parameters has none of it. */
  encode?(params: Params): Record<string, unknown> | readonly unknown[];
  /**
   * The answer as our own type.
   * @throws MonerodError `InvalidResponse`
   */
  decode(wire: WireReader, context: DecodeContext): Result;
}

/** One call whose request and answer are in portable storage: monerod's `.bin` paths. */
export interface BinaryEndpoint<Params, Result> {
  /** The path without its slash. */
  readonly name: string;
  readonly style: 'binary';
  /** As in {@link Endpoint}. */
  readonly timeoutMs?: number;
  /** @throws StorageError naming the parameter that does not fit */
  encode(params: Params): Uint8Array;
  /** @throws MonerodError `Busy`, `RpcError`, `InvalidResponse` */
  decode(body: Uint8Array): Result;
}

/** Any call of the daemon's RPC. */
export type AnyEndpoint<Params, Result> =
  | Endpoint<Params, Result>
  | BinaryEndpoint<Params, Result>;

/** Declares a call without parameters. */
export function query<Result>(
  name: string,
  style: 'json-rpc' | 'path',
  decode: (wire: WireReader, context: DecodeContext) => Result,
): Endpoint<void, Result> {
  return { name, style, decode };
}
