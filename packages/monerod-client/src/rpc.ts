import { Endpoint, Listener } from './endpoint';
import { MonerodError } from './errors';
import { parseJson, writeJson } from './json';
import { Transport } from './transport';
import { WireReader } from './wire';

/** What a call runs on and under. */
export interface CallContext {
  transport: Transport;
  listener: Listener;
  signal?: AbortSignal;
  timeoutMs?: number;
}

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

/** Some calls say why they fail beside the status `Failed`. */
function reasonOf(wire: WireReader): string | undefined {
  return wire.has('reason') ? wire.string('reason') : undefined;
}

function checkStatus(call: string, wire: WireReader): void {
  const status = wire.string('status');
  if (status === 'OK') {
    return;
  }
  throw status === 'BUSY'
    ? new MonerodError('Busy', `${call}: the daemon is still synchronizing`, {
        status,
      })
    : new MonerodError(
        'RpcError',
        `${call}: ${reasonOf(wire) || status || 'refused without a reason'}`,
        { status },
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

/** Calls an endpoint: encode, send, check, decode. @throws MonerodError */
export async function callEndpoint<Params, Result>(
  endpoint: Endpoint<Params, Result>,
  params: Params,
  { transport, listener, signal, timeoutMs }: CallContext,
): Promise<Result> {
  try {
    const text = await transport.post({
      ...requestOf(endpoint, params),
      signal,
      timeoutMs: timeoutMs ?? endpoint.timeoutMs ?? transport.timeoutMs,
    });
    const answer = parseAnswer(endpoint.name, text);
    const bare = endpoint.bare ?? false;
    const wire =
      endpoint.style === 'path'
        ? answer
        : resultOf(endpoint.name, answer, bare);
    if (!bare) {
      checkStatus(endpoint.name, wire);
    }
    return endpoint.decode(wire, { listener });
  } catch (error) {
    throw named(endpoint.name, error);
  }
}
