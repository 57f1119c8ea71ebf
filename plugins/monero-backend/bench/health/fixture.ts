/**
 * A process of its own: an API server over HTTPS with node sets, their pods and
 * the proxy to their exporters, that counts who asks it what. Told what to do
 * by messages of its parent; see {@link FixtureOrders}.
 */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KubeObject } from '@monero-portal/kube-client';
import { ExporterText } from './exporterText';
import { nodeSetOf, podOf, REPLICAS } from './fleetObjects';
import { LookTimes, type LookFigures } from './LookTimes';
import { serve } from './messages';
import { PROMETHEUS, PrometheusAnswer } from './prometheusAnswer';

/** What the API server was asked since it was last told to forget. */
export interface FixtureCounts extends LookFigures {
  seconds: number;
  lists: number;
  watches: number;
  /** Queries to the Prometheus behind the proxy, and bytes of their answers. */
  queries: number;
  queryBytes: number;
  /** Anything else than lists, watches and looks at exporters. */
  others: number;
}

/** What the fixture does when it is told to. */
export interface FixtureOrders {
  /** Every node has one block more. */
  mine: () => void;
  /** A node set is paused. */
  pause: (index: number) => void;
  counts: () => FixtureCounts;
  forget: () => void;
}

const PROXY =
  /^\/api\/v1\/namespaces\/[^/]+\/pods\/([^/]+?)(?::|%3A)9000\/proxy\/metrics$/;
const QUERY = `/api/v1/namespaces/${PROMETHEUS.namespace}/services/http:${PROMETHEUS.name}:9090/proxy/api/v1/query`;
const NODE_SETS = '/apis/utxo.com.br/v1alpha1/moneronodesets';
const PODS = '/api/v1/pods';

const count = Number(process.argv[2]);
const tls: { cert: string; key: string } = JSON.parse(process.argv[3]);

const text = new ExporterText();
const prometheus = new PrometheusAnswer(text);
const looks = new LookTimes();
const NOTHING = { lists: 0, watches: 0, queries: 0, queryBytes: 0, others: 0 };
const asked = { ...NOTHING };
let since = Date.now();
/** Objects are all of version 1; each change has the next. */
let version = 1;

const indices = Array.from({ length: count }, (_, index) => index);
const collections: Record<string, KubeObject[]> = {
  [NODE_SETS]: indices.map(index => nodeSetOf(index, version)),
  [PODS]: indices.flatMap(index =>
    Array.from({ length: REPLICAS }, (_, ordinal) =>
      podOf(index, ordinal, version),
    ),
  ),
};
const watchers = new Map<ServerResponse, string>();

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'https://fixture');
  const pod = PROXY.exec(url.pathname)?.[1];
  if (pod !== undefined) {
    const body = text.read();
    looks.note(pod, Buffer.byteLength(body));
    response.writeHead(200, { 'content-type': 'text/plain' }).end(body);
  } else if (url.pathname === QUERY) {
    query(request, response);
  } else if (url.searchParams.get('watch') === 'true') {
    asked.watches += 1;
    watch(url.pathname, response);
  } else if (request.method === 'GET' && isCollection(url.pathname)) {
    asked.lists += 1;
    list(url, response);
  } else {
    asked.others += 1;
    response.writeHead(404).end('{"kind":"Status","code":404}');
  }
}

function query(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => {
    const form = Buffer.concat(chunks).toString('utf8');
    const { pods, body } = prometheus.read(form, collections[PODS]);
    const bytes = Buffer.byteLength(body);
    pods.forEach(pod => looks.note(pod, bytes / pods.length));
    asked.queries += 1;
    asked.queryBytes += bytes;
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
}

function isCollection(path: string): boolean {
  return path in collections || /^\/apis?\/([^/]+\/){1,2}[a-z]+$/.test(path);
}

/** A page of a collection; those that the fixture does not fill are empty. */
function list(url: URL, response: ServerResponse): void {
  const items = collections[url.pathname] ?? [];
  const from = Number(url.searchParams.get('continue') ?? 0);
  const to = from + Number(url.searchParams.get('limit') || items.length || 1);
  response.writeHead(200, { 'content-type': 'application/json' }).end(
    JSON.stringify({
      metadata: {
        resourceVersion: String(version),
        continue: to < items.length ? String(to) : undefined,
      },
      items: items.slice(from, to),
    }),
  );
}

function watch(path: string, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();
  watchers.set(response, path);
  response.on('close', () => watchers.delete(response));
}

function tell(path: string, object: KubeObject): void {
  const line = `${JSON.stringify({ type: 'MODIFIED', object })}\n`;
  for (const [response, watched] of watchers) {
    if (watched === path) response.write(line);
  }
}

/** A watch in which nothing happens says so once a minute. */
setInterval(() => {
  const metadata = { resourceVersion: String(version) };
  const line = `${JSON.stringify({
    type: 'BOOKMARK',
    object: { metadata },
  })}\n`;
  for (const response of watchers.keys()) response.write(line);
}, 30_000);

serve<FixtureOrders>({
  mine: () => text.mine(),
  pause(index) {
    version += 1;
    const nodeSet = nodeSetOf(index, version, true);
    collections[NODE_SETS][index] = nodeSet;
    tell(NODE_SETS, nodeSet);
  },
  counts: () => ({
    ...asked,
    ...looks.figures(),
    seconds: (Date.now() - since) / 1000,
  }),
  forget() {
    Object.assign(asked, NOTHING);
    looks.forget();
    since = Date.now();
  },
});

const server = createServer(tls, answer);
server.keepAliveTimeout = 90_000;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ ready: `https://127.0.0.1:${port}` });
});
