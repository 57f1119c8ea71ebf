import {
  isNewer,
  KubeObject,
  KubeWatcher,
  ListScope,
  ResourceRef,
} from '@monero-portal/kube-client';
import { Key, keyOf } from './key';
import { Logger } from './Logger';

/** What a store follows. */
export interface StoreSettings<T extends KubeObject> {
  resource: ResourceRef;
  /** Only objects with these labels. */
  labelSelector?: ListScope['labelSelector'];
  /** Only objects in these namespaces, each with a watch of its own; absent: in all. */
  namespaces?: readonly string[];
  /** Keys under which an object is found by `of`, such as that of its owner. */
  index?: (object: T) => Key[];
  /** The part of an object that is kept, its version in it; absent: all. */
  keep?: (object: T) => T;
}

/** Reads of a store. */
export interface StoreReader<T extends KubeObject> {
  get(key: Key): T | undefined;
  /** Objects whose index has this key. */
  of(key: Key): T[];
  list(): T[];
}

/**
 * All objects of a resource, kept current by a watch, and by what writes
 * returned (`note`). Listeners hear that an object changed by somebody else's
 * hand, with its last known state; they should only enqueue keys.
 */
export class Store<T extends KubeObject> implements StoreReader<T> {
  private readonly objects = new Map<Key, T>();
  private readonly indexed = new Map<Key, Set<Key>>();
  private readonly listeners: Array<(object: T) => void> = [];
  /** Objects that are being written, and what the watch told of them meanwhile. */
  private readonly underWrite = new Map<Key, { writes: number; told: T[] }>();
  /** Versions that writes of our own made and the watch has still to echo. */
  private readonly awaited = new Map<Key, Set<string>>();
  /** The newest version that each watch has told of, by its namespace. */
  private readonly positions = new Map<string | undefined, string>();
  private resolveSynced = () => {};
  /** Whether the first complete list has come. */
  isSynced = false;
  /** Resolves after the first complete list. */
  readonly synced = new Promise<void>(resolve => {
    this.resolveSynced = resolve;
  });

  constructor(private readonly settings: StoreSettings<T>) {}

  /** Follows the API server until the signal aborts. */
  start(client: KubeWatcher, logger: Logger, signal: AbortSignal): void {
    const { resource, labelSelector, namespaces = [undefined] } = this.settings;
    const missing = new Set(namespaces);
    for (const namespace of namespaces) {
      client.watch<T>(
        resource,
        { namespace, labelSelector },
        {
          onSync: (items, version) => {
            missing.delete(namespace);
            this.isSynced = missing.size === 0;
            this.replaceAll(items, version ?? '', namespace);
          },
          onChange: (type, object) => this.change(type, object),
          onState: (state, error) => {
            if (!error) return;
            logger.warn('watch interrupted', {
              resource: resource.plural,
              namespace,
              state,
              error: error.message,
            });
          },
        },
        { signal },
      );
    }
  }

  /** Calls back for every change from now on. */
  onChange(listener: (object: T) => void): void {
    this.listeners.push(listener);
  }

  /** What is followed. */
  get resource(): ResourceRef {
    return this.settings.resource;
  }

  /**
   * A write of our own begins: what the watch tells of the object until `ended`
   * is told to listeners only if it was not that write.
   */
  began(key: Key): void {
    const { writes = 0, told = [] } = this.underWrite.get(key) ?? {};
    this.underWrite.set(key, { writes: writes + 1, told });
  }

  /** The write has ended, be it badly. @param result - what it returned, if anything */
  ended(key: Key, result?: T): void {
    if (result) this.note(result);
    const state = this.underWrite.get(key);
    if (!state) return;
    state.writes -= 1;
    const own = result ? versionOf(result) : undefined;
    state.told = state.told.filter(object => versionOf(object) !== own);
    if (state.writes > 0) return;
    this.underWrite.delete(key);
    for (const object of state.told) this.tell(object);
  }

  /**
   * Takes over what a write of our own returned: the next read sees it, and its
   * echo in the watch is no news to listeners. What others wrote shortly before
   * is in it too, but nobody has heard of that yet; the watch still tells. What
   * the watch has passed already is left alone, for it may be gone again.
   */
  note(object: T): void {
    const { resourceVersion = '' } = object.metadata;
    const position = this.positionFor(object);
    if (position === '' || !isNewer(resourceVersion, position)) return;
    const old = this.objects.get(keyOf(object));
    if (old && !isNewer(resourceVersion, versionOf(old))) return;
    this.put(object, old);
    const key = keyOf(object);
    const versions = this.awaited.get(key) ?? new Set();
    this.awaited.set(key, versions.add(resourceVersion));
  }

  get(key: Key): T | undefined {
    return this.objects.get(key);
  }

  of(key: Key): T[] {
    const keys = [...(this.indexed.get(key) ?? [])].sort();
    return keys.flatMap(each => this.objects.get(each) ?? []);
  }

  list(): T[] {
    return [...this.objects.values()];
  }

  /** @param namespace - that the items are all of; absent: of all namespaces */
  private replaceAll(
    items: T[],
    version: string,
    namespace: string | undefined,
  ): void {
    const before = new Map(
      [...this.objects].filter(
        ([, { metadata }]) =>
          namespace === undefined || metadata.namespace === namespace,
      ),
    );
    this.positions.set(namespace, version);
    for (const [key, object] of before) {
      this.removeFromIndex(object);
      this.objects.delete(key);
    }
    for (const item of items) this.put(item, undefined);
    if (this.isSynced) this.resolveSynced();
    for (const [key, object] of before) {
      if (!this.objects.has(key)) this.tell(object);
    }
    for (const item of items) {
      const key = keyOf(item);
      const old = before.get(key)?.metadata.resourceVersion;
      const isHeardOf =
        old === item.metadata.resourceVersion && !this.awaited.has(key);
      if (!isHeardOf) this.tell(item);
    }
    for (const key of [...before.keys(), ...items.map(keyOf)]) {
      this.awaited.delete(key);
    }
  }

  private change(type: string, object: T): void {
    const version = versionOf(object);
    if (!isNewer(version, this.positionFor(object))) return; // repeated on the way
    this.positions.set(this.watchOf(object), version);
    const key = keyOf(object);
    const old = this.objects.get(key);
    if (this.isEcho(key, version)) return;
    // Of others, before a write of our own whose answer has it already.
    const isPast = old !== undefined && !isNewer(version, versionOf(old));
    if (type === 'DELETED' && !isPast) {
      if (old) this.removeFromIndex(old);
      this.objects.delete(key);
      this.awaited.delete(key);
    } else if (!isPast) {
      this.put(object, old);
    }
    const state = this.underWrite.get(key);
    if (state && type !== 'DELETED') {
      state.told.push(object);
      return;
    }
    if (old) this.tell(old);
    this.tell(object);
  }

  private isEcho(key: Key, version: string): boolean {
    const versions = this.awaited.get(key);
    if (!versions?.delete(version)) return false;
    if (versions.size === 0) this.awaited.delete(key);
    return true;
  }

  /** Namespace of the watch that tells of an object. */
  private watchOf({ metadata }: T): string | undefined {
    return this.settings.namespaces ? metadata.namespace : undefined;
  }

  private positionFor(object: T): string {
    return this.positions.get(this.watchOf(object)) ?? '';
  }

  private put(whole: T, old: T | undefined): void {
    const object = this.settings.keep?.(whole) ?? whole;
    if (old) this.removeFromIndex(old);
    this.objects.set(keyOf(object), object);
    this.addToIndex(object);
  }

  private tell(object: T): void {
    for (const listener of this.listeners) listener(object);
  }

  private addToIndex(object: T): void {
    for (const key of this.settings.index?.(object) ?? []) {
      const keys = this.indexed.get(key) ?? new Set();
      keys.add(keyOf(object));
      this.indexed.set(key, keys);
    }
  }

  private removeFromIndex(object: T): void {
    for (const key of this.settings.index?.(object) ?? []) {
      const keys = this.indexed.get(key);
      keys?.delete(keyOf(object));
      if (keys?.size === 0) this.indexed.delete(key);
    }
  }
}

function versionOf(object: KubeObject): string {
  return object.metadata.resourceVersion ?? '';
}
