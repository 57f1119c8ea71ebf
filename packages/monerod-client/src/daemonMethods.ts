import { AnyEndpoint, Listener } from './endpoint';
import { restrictedEndpoints, unrestrictedEndpoints } from './endpoints';
import { callEndpoint } from './rpc';
import { Transport } from './transport';

/** What every call takes beside its own parameters. */
export interface CallOptions {
  /** Ends the call early; it rejects with `Aborted`. */
  signal?: AbortSignal;
  /** Deadline of the whole call, in place of the client's. */
  timeoutMs?: number;
}

type Method<E> = E extends AnyEndpoint<infer Params, infer Result>
  ? [Params] extends [void]
    ? (options?: CallOptions) => Promise<Result>
    : void extends Params
    ? (params?: Exclude<Params, void>, options?: CallOptions) => Promise<Result>
    : (params: Params, options?: CallOptions) => Promise<Result>
  : never;

/** A method for every endpoint. */
export type Methods<Endpoints> = {
  readonly [Name in keyof Endpoints]: Method<Endpoints[Name]>;
};

/** Calls of a restricted listener. Every call rejects with {@link MonerodError} only. */
export type RestrictedDaemonClient = Methods<typeof restrictedEndpoints> & {
  /** Closes idle connections, and the others when their calls are done. */
  close(): Promise<void>;
};

/** Calls of an unrestricted listener: also serves where a restricted client is asked for. */
export type DaemonClient = Methods<typeof unrestrictedEndpoints> & {
  /** Closes idle connections, and the others when their calls are done. */
  close(): Promise<void>;
};

function methodOf(
  endpoint: AnyEndpoint<never, unknown>,
  transport: Transport,
  listener: Listener,
) {
  const call = (params: never, options: CallOptions = {}) =>
    callEndpoint(endpoint, params, { transport, listener, ...options });
  return endpoint.encode
    ? call
    : (options?: CallOptions) => call(undefined as never, options);
}

/** Every call of some endpoints, over any transport. */
export function methodsOver<
  Endpoints extends Record<string, AnyEndpoint<never, unknown>>,
>(
  endpoints: Endpoints,
  transport: Transport,
  listener: Listener,
): Methods<Endpoints> {
  const methods = Object.entries(endpoints).map(([name, endpoint]) => [
    name,
    methodOf(endpoint, transport, listener),
  ]);
  return Object.fromEntries(methods) as Methods<Endpoints>;
}

/** Every call of an unrestricted listener, over any transport. */
export function daemonClientOver(transport: Transport): DaemonClient {
  return {
    ...methodsOver(unrestrictedEndpoints, transport, 'unrestricted'),
    close: () => transport.close(),
  };
}

/** Every call of a restricted listener, over any transport. */
export function restrictedDaemonClientOver(
  transport: Transport,
): RestrictedDaemonClient {
  return {
    ...methodsOver(restrictedEndpoints, transport, 'restricted'),
    close: () => transport.close(),
  };
}
