import { randomBytes } from 'node:crypto';
import {
  createKubeClient,
  RESOURCES,
  targetFromKubeconfig,
  type KubeClient,
} from '@monero-portal/kube-client';
import { ANNOTATIONS, DEFINITIONS, GROUP, VERSION, type Kind } from '../src';
import { isRecord } from '../src/isRecord';
import type { Refusal } from '../src/testdata/manifests';

const REAL = { fieldValidation: 'Strict' };
const DRY_RUN = { ...REAL, dryRun: 'All' };

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A real API server that is asked what it thinks of manifests, in a namespace of its own. */
export class ApiServer {
  private constructor(
    private readonly client: KubeClient,
    private readonly namespace: string,
  ) {}

  /** @throws Error when MONERO_DEV_CLUSTER_KUBECONFIG names no kubeconfig */
  static async connect(): Promise<ApiServer> {
    const kubeconfig = process.env.MONERO_DEV_CLUSTER_KUBECONFIG;
    if (!kubeconfig) {
      throw new Error(
        'MONERO_DEV_CLUSTER_KUBECONFIG names no kubeconfig: start a cluster with `npm run cluster` and give its file.',
      );
    }
    const client = createKubeClient(targetFromKubeconfig(kubeconfig));
    const namespace = `agreement-${randomBytes(4).toString('hex')}`;
    await client.create(RESOURCES.namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    });
    return new ApiServer(client, namespace);
  }

  async close(): Promise<void> {
    await this.client.delete(RESOURCES.namespaces, undefined, this.namespace);
    await this.client.close();
  }

  /** Why the API server would not create this; nothing is created. */
  async refusalsOfNew(manifest: unknown): Promise<Refusal[]> {
    const path = this.path(kindOf(manifest));
    return refusalsOf(await this.send('POST', path, DRY_RUN, manifest));
  }

  /**
   * Why the API server would not put the manifest in the place of the old one, which exists for as long as it takes.
   *
   * @param name - replaces the names in both
   * @throws Error when the old one is refused itself
   */
  async refusalsOfChange(
    old: unknown,
    manifest: unknown,
    name: string,
  ): Promise<Refusal[]> {
    const kind = kindOf(old);
    const created = await this.send(
      'POST',
      this.path(kind),
      REAL,
      renamed(old, name),
    );
    if (created.status >= 300) {
      throw new Error(`The old object is refused: ${created.body.message}`);
    }
    try {
      return refusalsOf(await this.replace(manifest, name));
    } finally {
      await this.send('DELETE', this.path(kind, name), {});
    }
  }

  /** Asks anew when somebody, such as a running operator, has written in between. */
  private async replace(manifest: unknown, name: string): Promise<Answer> {
    const path = this.path(kindOf(manifest), name);
    for (;;) {
      const { body } = await this.send('GET', path, {});
      const { resourceVersion } = body.metadata as Record<string, unknown>;
      const wanted = renamed(manifest, name, resourceVersion);
      const answer = await this.send('PUT', path, DRY_RUN, wanted);
      if (answer.status !== 409) return answer;
    }
  }

  private path(kind: Kind, name?: string): string {
    const { plural } = DEFINITIONS[kind].spec.names;
    const collection = `/apis/${GROUP}/${VERSION}/namespaces/${this.namespace}/${plural}`;
    return name ? `${collection}/${name}` : collection;
  }

  private async send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    query: Record<string, string>,
    body?: unknown,
  ): Promise<Answer> {
    const { status, text } = await this.client.raw(method, path, {
      query,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
    return { status, body: JSON.parse(text) };
  }
}

/** Every manifest of the tests is of a kind that is defined. */
function kindOf(manifest: unknown): Kind {
  return (manifest as { kind: Kind }).kind;
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

/**
 * Fields of reasons that repeat another one: `.spec.replicas` is the scale subresource looking for itself, `<nil>` says
 * that a number lacks its format, or that the rules wait for the schema.
 */
const REPETITION = /^(\.|<nil>$)/;

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
