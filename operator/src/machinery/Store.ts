import {
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
  scope?: ListScope;
  /** Keys under which an object is found by `of`, such as that of its owner. */
  index?: (object: T) => Key[];
}

/** Reads of a store. */
export interface StoreReader<T extends KubeObject> {
  get(key: Key): T | undefined;
  /** Objects whose index has this key. */
  of(key: Key): T[];
  list(): T[];
}

/**
 * All objects of a resource, kept current by a watch. Listeners hear that an
 * object changed, with its last known state; they should only enqueue keys.
 */
export class Store<T extends KubeObject> implements StoreReader<T> {
  private objects = new Map<Key, T>();
  private readonly indexed = new Map<Key, Set<Key>>();
  private readonly listeners: Array<(object: T) => void> = [];
  private resolveSynced = () => {};
  /** Resolves after the first complete list. */
  readonly synced = new Promise<void>(resolve => {
    this.resolveSynced = resolve;
  });

  constructor(private readonly settings: StoreSettings<T>) {}

  /** Follows the API server until the signal aborts. */
  start(client: KubeWatcher, logger: Logger, signal: AbortSignal): void {
    const { resource, scope = {} } = this.settings;
    client.watch<T>(
      resource,
      scope,
      {
        onSync: items => this.replaceAll(items),
        onChange: (type, object) => this.change(type, object),
        onState: (state, error) => {
          if (!error) return;
          logger.warn('watch interrupted', {
            resource: resource.plural,
            state,
            error: error.message,
          });
        },
      },
      { signal },
    );
  }

  /** Calls back for every change from now on. */
  onChange(listener: (object: T) => void): void {
    this.listeners.push(listener);
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

  private replaceAll(items: T[]): void {
    const before = this.objects;
    this.objects = new Map(items.map(item => [keyOf(item), item]));
    this.indexed.clear();
    for (const item of items) this.addToIndex(item);
    this.resolveSynced();
    for (const [key, object] of before) {
      if (!this.objects.has(key)) this.tell(object);
    }
    for (const item of items) {
      const old = before.get(keyOf(item))?.metadata.resourceVersion;
      if (old !== item.metadata.resourceVersion) this.tell(item);
    }
  }

  private change(type: string, object: T): void {
    const key = keyOf(object);
    const old = this.objects.get(key);
    if (old) this.removeFromIndex(old);
    if (type === 'DELETED') {
      this.objects.delete(key);
    } else {
      this.objects.set(key, object);
      this.addToIndex(object);
    }
    if (old) this.tell(old);
    this.tell(object);
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
