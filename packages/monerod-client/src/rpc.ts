import { AnyEndpoint, Endpoint, Listener } from './endpoint';
import { MonerodError } from './errors';
import { parseJson, writeJson } from './json';
import { checkStatus } from './status';
import { Transport } from './transport';
import { WireReader } from './wire';

/** What a call runs on and under. */
export interface CallContext {
  transport: Transport;
  listener: Listener;
  signal?: AbortSignal;
  timeoutMs?: number;
}

/** Bytes that are not UTF-8 become U+FFFD: they come from peers, and the rest of the answer is good. */
const textOf = (body: Uint8Array, rawBytes: boolean): string =>
  Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString(
    rawBytes ? 'latin1' : 'utf8',
  );

function parseAnswer(call: string, text: string): WireReader {
  try {
    return new WireReader(parseJson(text), call);
  } catch (error) {
    if (error instanceof MonerodError) {
      throw error;
    }
    throw new MonerodError(
      'InvalidResponse',
      `${call}: the answer is not JSON: ${JSON.stringify(text.slice(0, 60))}`,
      { cause: error },
    );
  }
}

/** The result of a JSON-RPC answer. @throws MonerodError `RpcError` for its error */
function resultOf(call: string, answer: WireReader, bare: boolean): WireReader {
  if (!answer.has('error')) {
    return bare ? answer : answer.object('result');
  }
  const error = answer.object('error');
  const rpcCode = error.integer('code');
  throw new MonerodError(
    'RpcError',
    `${call}: ${error.string('message')} (${rpcCode})`,
    { rpcCode },
  );
}

function requestOf<Params>(
  endpoint: Endpoint<Params, unknown>,
  params: Params,
) {
  const parameters = endpoint.encode?.(params) ?? {};
  return endpoint.style === 'path'
    ? { path: `/${endpoint.name}`, body: writeJson(parameters) }
    : {
        path: '/json_rpc',
        body: writeJson({
          jsonrpc: '2.0',
          id: '0',
          method: endpoint.name,
          params: parameters,
        }),
      };
}

/** Adds the name of the call to an error from below, which does not know it. */
function named(call: string, error: unknown): unknown {
  if (!(error instanceof MonerodError) || error.call) {
    return error;
  }
  const message = error.message.startsWith(call)
    ? error.message
    : `${call}: ${error.message}`;
  const { code, httpStatus, rpcCode, status, cause } = error;
  return new MonerodError(code, message, {
    call,
    httpStatus,
    rpcCode,
    status,
    cause,
  });
}

/** Some calls say why they fail beside the status `Failed`. */
function checkWire(call: string, wire: WireReader): void {
  const reason = wire.has('reason') ? wire.string('reason') : undefined;
  checkStatus(call, wire.string('status'), reason);
}

function decodeAnswer<Result>(
  endpoint: Endpoint<never, Result>,
  body: Uint8Array,
  listener: Listener,
): Result {
  const { name, style, bare = false, rawBytes = false } = endpoint;
  const answer = parseAnswer(name, textOf(body, rawBytes));
  const wire = style === 'path' ? answer : resultOf(name, answer, bare);
  if (!bare) {
    checkWire(name, wire);
  }
  return endpoint.decode(wire, { listener });
}

/** Calls an endpoint: encode, send, check, decode. @throws MonerodError; StorageError for parameters of a binary call */
export async function callEndpoint<Params, Result>(
  endpoint: AnyEndpoint<Params, Result>,
  params: Params,
  { transport, listener, signal, timeoutMs }: CallContext,
): Promise<Result> {
  const request =
    endpoint.style === 'binary'
      ? { path: `/${endpoint.name}`, body: endpoint.encode(params) }
      : requestOf(endpoint, params);
  try {
    const body = await transport.post({
      ...request,
      signal,
      timeoutMs: timeoutMs ?? endpoint.timeoutMs ?? transport.timeoutMs,
    });
    return endpoint.style === 'binary'
      ? endpoint.decode(body)
      : decodeAnswer(endpoint, body, listener);
  } catch (error) {
    throw named(endpoint.name, error);
  }
}
