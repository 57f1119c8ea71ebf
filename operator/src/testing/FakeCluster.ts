import {
  KubeError,
  KubeList,
  KubeObject,
  ListScope,
  ResourceRef,
} from '@monero-portal/kube-client';

/** A write that a test can look at. */
export interface Write {
  verb: 'apply' | 'create' | 'replace' | 'patch' | 'delete';
  what: string;
  body?: unknown;
  options?: unknown;
}

/**
 * Objects by resource and name, with the calls of a client that the operator
 * uses. It stores what is applied and invents nothing.
 */
export class FakeCluster {
  readonly writes: Write[] = [];
  /** Throws instead of the next write of that description. */
  readonly refusals = new Map<string, Error>();
  private readonly objects = new Map<string, KubeObject>();
  /** No object ever has version 1. */
  private version = 1;

  put(resource: ResourceRef, object: KubeObject): void {
    this.version += 1;
    this.objects.set(this.path(resource, object.metadata), {
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(this.version) },
    });
  }

  peek<T extends KubeObject>(
    resource: ResourceRef,
    namespace: string,
    name: string,
  ): T | undefined {
    return this.objects.get(this.path(resource, { namespace, name })) as T;
  }

  async get<T extends KubeObject>(
    resource: ResourceRef,
    namespace: string | undefined,
    name: string,
  ): Promise<T> {
    return this.stored<T>(resource, { namespace, name });
  }

  async list<T extends KubeObject>(
    resource: ResourceRef,
    scope: ListScope = {},
  ): Promise<KubeList<T>> {
    const prefix = `${resource.plural}/${scope.namespace ?? ''}`;
    const name = /^metadata\.name=(.*)$/.exec(scope.fieldSelector ?? '')?.[1];
    const items = [...this.objects].flatMap(([path, object]) =>
      path.startsWith(prefix) &&
      (name === undefined || object.metadata.name === name)
        ? [object as T]
        : [],
    );
    return { items, resourceVersion: String(this.version) };
  }

  async apply<T extends KubeObject>(
    resource: ResourceRef,
    object: KubeObject,
    options?: { subresource?: string },
  ): Promise<T> {
    const suffix = options?.subresource ? `/${options.subresource}` : '';
    if (options?.subresource) {
      this.note('apply', resource, object.metadata, object, suffix);
      return object as T;
    }
    const before = this.objects.get(this.path(resource, object.metadata));
    const { resourceVersion } = object.metadata;
    if (
      before &&
      resourceVersion !== undefined &&
      resourceVersion !== before.metadata.resourceVersion
    ) {
      throw new KubeError({ code: 'Conflict', message: 'changed meanwhile' });
    }
    this.note('apply', resource, object.metadata, object, suffix);
    const generation = (before?.metadata.generation ?? 0) + 1;
    const applied = {
      ...object,
      ...(before?.status ? { status: before.status } : {}),
      metadata: { ...object.metadata, generation },
    };
    this.put(resource, applied);
    return applied as KubeObject as T;
  }

  async create<T extends KubeObject>(
    resource: ResourceRef,
    object: KubeObject,
  ): Promise<T> {
    if (this.objects.has(this.path(resource, object.metadata))) {
      throw new KubeError({ code: 'AlreadyExists', message: 'exists' });
    }
    this.note('create', resource, object.metadata, object);
    this.put(resource, object);
    return this.stored<T>(resource, object.metadata);
  }

  async replace<T extends KubeObject>(
    resource: ResourceRef,
    object: KubeObject,
  ): Promise<T> {
    const stored = this.stored(resource, object.metadata);
    if (stored.metadata.resourceVersion !== object.metadata.resourceVersion) {
      throw new KubeError({ code: 'Conflict', message: 'changed meanwhile' });
    }
    this.note('replace', resource, object.metadata, object);
    this.put(resource, object);
    return this.stored<T>(resource, object.metadata);
  }

  async patch<T extends KubeObject>(
    resource: ResourceRef,
    namespace: string | undefined,
    name: string,
    body: unknown,
  ): Promise<T> {
    this.note('patch', resource, { namespace, name }, body);
    return this.stored<T>(resource, { namespace, name });
  }

  async delete(
    resource: ResourceRef,
    namespace: string | undefined,
    name: string,
    options?: unknown,
  ): Promise<void> {
    this.note('delete', resource, { namespace, name }, undefined, '', options);
    this.objects.delete(this.path(resource, { namespace, name }));
  }

  /** `verb plural/name` of every write, in order. */
  get log(): string[] {
    return this.writes.map(({ verb, what }) => `${verb} ${what}`);
  }

  private stored<T extends KubeObject>(
    resource: ResourceRef,
    metadata: { namespace?: string; name: string },
  ): T {
    const found = this.objects.get(this.path(resource, metadata));
    if (!found) {
      throw new KubeError({ code: 'NotFound', message: metadata.name });
    }
    return found as T;
  }

  private note(
    verb: Write['verb'],
    resource: ResourceRef,
    { name }: { namespace?: string; name: string },
    body?: unknown,
    suffix = '',
    options?: unknown,
  ): void {
    const what = `${resource.plural}/${name}${suffix}`;
    const refusal = this.refusals.get(`${verb} ${what}`);
    if (refusal) throw refusal;
    this.writes.push({ verb, what, body, options });
  }

  private path(
    resource: ResourceRef,
    { namespace, name }: { namespace?: string; name: string },
  ): string {
    return `${resource.plural}/${namespace ?? ''}/${name}`;
  }
}
