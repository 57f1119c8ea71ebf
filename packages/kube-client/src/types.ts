/** A moment's way to an API server: where it is and who we are to it. */
export interface KubeTarget {
  /** Base URL, such as `https://10.96.0.1:443`; `http:` is for tests. */
  server: string;
  /** Certificate authority, PEM. Absent: the system's authorities. */
  caData?: string;
  /** Bearer token; a function is asked before every request and may cache. */
  token?: string | (() => Promise<string>);
  /** Client certificate and key, PEM. */
  clientCert?: { cert: string; key: string };
  /** Accept any server certificate. Never the default. */
  skipTLSVerify?: boolean;
}

/** Settings of one client. */
export interface KubeClientOptions {
  /** Sent as User-Agent; appears in the API server's audit log and managedFields. */
  userAgent?: string;
  /** Deadline of a call, in milliseconds, unless the call says otherwise. Default 30 000. */
  timeoutMs?: number;
  /** Hears about every answered or failed request, for metrics. Must not throw. */
  onRequest?: (request: RequestRecord) => void;
  /**
   * Called before every request is sent, and before it is sent again. What it
   * throws ends the call: this is how a process that may no longer write stops.
   */
  guard?: (request: Pick<RequestRecord, 'method' | 'path'>) => void;
  /** Timing of watches; the defaults suit production, tests shorten them. */
  watch?: Partial<WatchTiming>;
}

/** One finished HTTP request. */
export interface RequestRecord {
  method: string;
  /** Path with query. */
  path: string;
  /** Host and port of the API server. */
  host: string;
  /** HTTP status, or 0 when no answer came. */
  status: number;
}

/** How a watch waits. Everything in milliseconds. */
export interface WatchTiming {
  /** First pause after a failure; doubles with each further one. */
  backoffMinMs: number;
  /** Longest pause. */
  backoffMaxMs: number;
  /** A watch that stays silent for so long (no bookmark either) is reopened. */
  idleMs: number;
  /** The API server is asked to end a watch after about this time. */
  lifetimeMs: number;
}

/** Bounds of one call. */
export interface CallOptions {
  /** Ends the call; it then throws KubeError with code `Aborted`. */
  signal?: AbortSignal;
  /** Deadline in milliseconds for each request of the call. */
  timeoutMs?: number;
  /** Largest body accepted, in bytes. */
  maxBytes?: number;
}

/** A resource of the API, such as `{ group: 'apps', version: 'v1', plural: 'statefulsets' }`. */
export interface ResourceRef {
  /** API group; '' is core. */
  group: string;
  version: string;
  plural: string;
  /** Default true. */
  namespaced?: boolean;
}

/** Reference from a child to its owner. */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

/** Metadata as it travels: times are strings (RFC 3339). */
export interface ObjectMeta {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  finalizers?: string[];
}

/** Any object of the API, as the JSON has it. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [key: string]: unknown;
}

/** Which objects of a resource. */
export interface ListScope {
  /** Absent: all namespaces (or a cluster-scoped resource). */
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
  /** Page size; every page is read. Default 500. */
  limit?: number;
}

/** A complete list. */
export interface KubeList<T> {
  items: T[];
  resourceVersion: string;
}

/** How to apply. */
export interface ApplyOptions extends CallOptions {
  fieldManager: string;
  /** Take over fields that others manage. Default true. */
  force?: boolean;
  subresource?: 'status' | 'scale';
  /** The API server checks everything and stores nothing. */
  dryRun?: boolean;
}

/** How to delete. */
export interface DeleteOptions extends CallOptions {
  preconditions?: { uid?: string; resourceVersion?: string };
  propagationPolicy?: 'Orphan' | 'Background' | 'Foreground';
  gracePeriodSeconds?: number;
}

/** How to patch. */
export interface PatchOptions extends CallOptions {
  type: 'merge' | 'json' | 'strategic';
  subresource?: 'status' | 'scale';
  fieldManager?: string;
}

/** How to send a request of one's own. */
export interface RawOptions extends CallOptions {
  /** A string is sent as it is; anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  query?: Record<string, string | number | boolean | undefined>;
}

/** An answer of any status. */
export interface RawResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/**
 * Receives what a watch sees. Handlers only note what they hear (enqueue a
 * key, update a map): they are called synchronously. One that throws makes
 * the watch list again, so that nothing is missed.
 */
export interface WatchHandler<T> {
  /** After every list and relist: the whole truth, as of that version. */
  onSync(items: T[], resourceVersion?: string): void;
  /** One change, each newer than the one before; what an intermediary repeats is left out. */
  onChange(type: 'ADDED' | 'MODIFIED' | 'DELETED', object: T): void;
  /** Each time the watch is up, and each time an attempt fails. */
  onState?(state: 'connected' | 'disconnected', error?: Error): void;
}

/** What a watch needs to know besides the handler. */
export interface WatchOptions {
  /** The watch runs until this aborts, and not a moment longer. */
  signal: AbortSignal;
}

/** Reads single objects. */
export interface KubeGetter {
  /** @throws KubeError, `NotFound` when there is no such object. */
  get<T extends KubeObject>(
    resource: ResourceRef,
    namespace: string | undefined,
    name: string,
    options?: CallOptions,
  ): Promise<T>;
}

/** Reads lists. */
export interface KubeLister {
  /** Reads all pages; `metadata.managedFields` is dropped. @throws KubeError */
  list<T extends KubeObject>(
    resource: ResourceRef,
    scope?: ListScope,
    options?: CallOptions,
  ): Promise<KubeList<T>>;
}

/** Follows resources. */
export interface KubeWatcher {
  /**
   * Lists, then watches, forever: lost connections are resumed with backoff,
   * an expired resource version (410) leads to a new list. Nothing ends it
   * but the signal; what goes wrong is told to `onState`.
   */
  watch<T extends KubeObject>(
    resource: ResourceRef,
    scope: ListScope,
    handler: WatchHandler<T>,
    options: WatchOptions,
  ): void;
}

/** Server-side apply. */
export interface KubeApplier {
  /** @throws KubeError, `Conflict` without force, `Invalid` with causes. */
  apply<T extends KubeObject>(
    resource: ResourceRef,
    object: KubeObject,
    options: ApplyOptions,
  ): Promise<T>;
}

/** Other writes. */
export interface KubeWriter {
  /** @throws KubeError, `AlreadyExists` when the name is taken. */
  create<T extends KubeObject>(
    resource: ResourceRef,
    object: KubeObject,
    options?: CallOptions,
  ): Promise<T>;
  /** Full update; metadata.resourceVersion makes it conditional. @throws KubeError */
  replace<T extends KubeObject>(
    resource: ResourceRef,
    object: KubeObject,
    options?: CallOptions,
  ): Promise<T>;
  /** @throws KubeError, `NotFound` when it is gone already, `Conflict` when a precondition fails. */
  delete(
    resource: ResourceRef,
    namespace: string | undefined,
    name: string,
    options?: DeleteOptions,
  ): Promise<void>;
  /** @throws KubeError */
  patch<T extends KubeObject>(
    resource: ResourceRef,
    namespace: string | undefined,
    name: string,
    body: unknown,
    options: PatchOptions,
  ): Promise<T>;
}

/** Requests that are not about one object. */
export interface KubeRequester {
  /** Any request; every HTTP status resolves. @throws KubeError when no whole answer came. */
  raw(method: string, path: string, options?: RawOptions): Promise<RawResponse>;
  /** GET through the API server's pod proxy. @throws KubeError like raw. */
  podProxy(
    namespace: string,
    pod: string,
    port: number,
    path: string,
    options?: CallOptions,
  ): Promise<{ status: number; text: string }>;
}

/** Everything; ask for the narrowest part that does. */
export interface KubeClient
  extends KubeGetter,
    KubeLister,
    KubeWatcher,
    KubeApplier,
    KubeWriter,
    KubeRequester {
  /** Ends watches and open requests, closes connections. */
  close(): Promise<void>;
}
