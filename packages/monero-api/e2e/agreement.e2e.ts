import { randomBytes } from 'node:crypto';
import {
  createKubeClient,
  RESOURCES,
  targetFromKubeconfig,
  type KubeClient,
} from '@monero-portal/kube-client';
import { ANNOTATIONS, GROUP, NODE_SET, VERSION } from '../src';
import { isRecord } from '../src/isRecord';
import { MANIFEST_CASES, type Refusal } from '../src/testdata/manifests';

/**
 * Holds the API server to the same table as validateManifest: what the form refuses, the API server refuses in the same
 * words at the same field, and the other way round.
 */
const kubeconfig = process.env.MONERO_DEV_CLUSTER_KUBECONFIG;
const namespace = `agreement-${randomBytes(4).toString('hex')}`;
const collection = `/apis/${GROUP}/${VERSION}/namespaces/${namespace}/${NODE_SET.plural}`;
const REAL = { fieldValidation: 'Strict' };
const DRY_RUN = { ...REAL, dryRun: 'All' };

let client: KubeClient;

beforeAll(async () => {
  if (!kubeconfig) {
    throw new Error(
      'MONERO_DEV_CLUSTER_KUBECONFIG names no kubeconfig: start a cluster with `npm run cluster` and give its file.',
    );
  }
  client = createKubeClient(targetFromKubeconfig(kubeconfig));
  await client.create(RESOURCES.namespaces, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace },
  });
});

afterAll(async () => {
  if (!client) return;
  await client.delete(RESOURCES.namespaces, undefined, namespace);
  await client.close();
});

/** Words that the API server puts before a rule's own; the refused value may follow. */
const PREFIX =
  /^(Invalid value|Unsupported value|Duplicate value|Required value|Too long|Too many)/;

/**
 * Fields of reasons that repeat another one: `.spec.replicas` is the scale subresource looking for itself, `<nil>` says
 * that a number lacks its format, or that the rules wait for the schema.
 */
const REPETITION = /^(\.|<nil>$)/;

const UNKNOWN_FIELD = /^unknown field /;

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

async function send(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  query: Record<string, string>,
  body?: unknown,
): Promise<Answer> {
  const { status, text } = await client.raw(method, path, {
    query,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
  return { status, body: JSON.parse(text) };
}

/** The reasons in a Status of the API server; none when it took the manifest. */
function refusalsOf({ status, body }: Answer): Refusal[] {
  if (status < 300) return [];
  const message = String(body.message);
  const unknown = [...message.matchAll(/unknown field "([^"]+)"/g)];
  if (unknown.length > 0) {
    return unknown.map(([words, path]) => ({ path, message: words }));
  }
  const details = isRecord(body.details) ? body.details : {};
  if (!Array.isArray(details.causes)) {
    throw new Error(`The API server answered ${status}: ${message}`);
  }
  return details.causes
    .map(cause => ({ path: String(cause.field), message: cause.message }))
    .filter(cause => !REPETITION.test(cause.path));
}

/** The API server speaks of unknown fields first, and of nothing else as long as there are some. */
function firstToBeSaid(expected: readonly Refusal[]): readonly Refusal[] {
  const unknown = expected.filter(({ message }) => UNKNOWN_FIELD.test(message));
  return unknown.length > 0 ? unknown : expected;
}

/** Takes the API server's own prefix off a message that ends with the expected words. */
function ownWords(actual: Refusal, expected: readonly Refusal[]): Refusal {
  const same = expected.find(
    ({ path, message }) =>
      path === actual.path &&
      (actual.message === message ||
        (PREFIX.test(actual.message) &&
          actual.message.endsWith(`: ${message}`))),
  );
  return same ?? actual;
}

function sorted(refusals: readonly Refusal[]): string[] {
  return refusals.map(({ path, message }) => `${path}: ${message}`).sort();
}

function renamed(manifest: unknown, name: string, version?: unknown): object {
  return {
    ...(manifest as object),
    metadata: {
      name,
      resourceVersion: version,
      // No operator is to act on what is here for a moment only.
      annotations: { [ANNOTATIONS.paused]: 'true' },
    },
  };
}

async function update(
  old: unknown,
  manifest: unknown,
  name: string,
): Promise<Answer> {
  const created = await send('POST', collection, REAL, renamed(old, name));
  expect(refusalsOf(created)).toEqual([]);
  const path = `${collection}/${name}`;
  try {
    return await replace(path, manifest, name);
  } finally {
    await send('DELETE', path, {});
  }
}

/** Asks anew when somebody, such as a running operator, has written in between. */
async function replace(
  path: string,
  manifest: unknown,
  name: string,
): Promise<Answer> {
  for (;;) {
    const { body } = await send('GET', path, {});
    const { resourceVersion } = body.metadata as Record<string, unknown>;
    const wanted = renamed(manifest, name, resourceVersion);
    const answer = await send('PUT', path, DRY_RUN, wanted);
    if (answer.status !== 409) return answer;
  }
}

describe('the API server', () => {
  it.each(MANIFEST_CASES.map((row, index) => [row.name, row, index] as const))(
    'must %s',
    async (_name, { manifest, old, expected }, index) => {
      const answer =
        old === undefined
          ? await send('POST', collection, DRY_RUN, manifest)
          : await update(old, manifest, `case-${index}`);
      const refusals = refusalsOf(answer).map(refusal =>
        ownWords(refusal, expected),
      );
      expect(sorted(refusals)).toEqual(sorted(firstToBeSaid(expected)));
    },
  );
});
