import { Endpoint, Listener } from './endpoint';
import { MonerodError } from './errors';
import { parseJson } from './json';
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
function resultOf(call: string, answer: WireReader): WireReader {
  if (!answer.has('error')) {
    return answer.object('result');
  }
  const error = answer.object('error');
  const rpcCode = error.integer('code');
  throw new MonerodError(
    'RpcError',
    `${call}: ${error.string('message')} (${rpcCode})`,
    { rpcCode },
  );
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
        `${call}: ${status || 'refused without a reason'}`,
        { status },
      );
}

function requestOf<Params>(
  endpoint: Endpoint<Params, unknown>,
  params: Params,
) {
  const parameters = endpoint.encode?.(params) ?? {};
  return endpoint.style === 'path'
    ? { path: `/${endpoint.name}`, body: JSON.stringify(parameters) }
    : {
        path: '/json_rpc',
        body: JSON.stringify({
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
    const wire =
      endpoint.style === 'path' ? answer : resultOf(endpoint.name, answer);
    checkStatus(endpoint.name, wire);
    return endpoint.decode(wire, { listener });
  } catch (error) {
    throw named(endpoint.name, error);
  }
}
