import { once } from 'node:events';
import { createServer, RequestListener } from 'node:http';
import { AddressInfo } from 'node:net';

/** Ways in which what answers is no good daemon. */
export type Fault =
  | 'answers in 25 s'
  | 'cuts'
  | 'sends garbage'
  | 'sends half a body, then cuts'
  | 'sends half a body, then nothing'
  | 'sends 200 MB'
  | 'sends JSON of another kind'
  | 'answers 500';

/** All of them. */
export const FAULTS: readonly Fault[] = [
  'answers in 25 s',
  'cuts',
  'sends garbage',
  'sends half a body, then cuts',
  'sends half a body, then nothing',
  'sends 200 MB',
  'sends JSON of another kind',
  'answers 500',
];

const HALF = '{"id":"0","jsonrpc":"2.0","result":{"status":"OK","height":1';
const FLOOD_BYTES = 200e6;
const CHUNK = Buffer.alloc(64 * 1024, ' ');

/** A server in the place of a daemon, and how many bytes were taken from it. */
export async function faultyDaemon(fault: Fault) {
  let sentBytes = 0;
  const flood: RequestListener = (_, response) => {
    const more = () => {
      while (sentBytes < FLOOD_BYTES && !response.destroyed) {
        sentBytes += CHUNK.length;
        if (!response.write(CHUNK)) {
          response.once('drain', more);
          return;
        }
      }
      response.end();
    };
    more();
  };
  const half: RequestListener = (_, response) => {
    response.writeHead(200, { 'content-length': 2 * HALF.length });
    response.write(HALF);
  };
  const timers = new Set<NodeJS.Timeout>();
  const answers: Record<Fault, RequestListener> = {
    'answers in 25 s': (_, response) => {
      timers.add(setTimeout(() => response.end('{}'), 25_000));
    },
    cuts: request => request.socket.destroy(),
    'sends garbage': request => {
      request.socket.end('\u0000\u0001 this is not HTTP\r\n\r\n');
    },
    'sends half a body, then cuts': (request, response) => {
      half(request, response);
      setImmediate(() => request.socket.destroy());
    },
    'sends half a body, then nothing': half,
    'sends 200 MB': flood,
    'sends JSON of another kind': (_, response) =>
      response.end('{"result":["status","OK"]}'),
    'answers 500': (_, response) => response.writeHead(500).end('sorry'),
  };
  const server = createServer(answers[fault]).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    sentBytes: () => sentBytes,
    stop: async () => {
      timers.forEach(clearTimeout);
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
