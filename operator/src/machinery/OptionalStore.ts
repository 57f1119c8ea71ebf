import {
  isKubeError,
  KubeObject,
  KubeWatcher,
  RESOURCES,
} from '@monero-portal/kube-client';
import { Key } from './key';
import { Logger } from './Logger';
import { Store, StoreReader, StoreSettings } from './Store';

/** Reads of a resource that the cluster may not have. */
export interface OptionalReader<T extends KubeObject> extends StoreReader<T> {
  /** Whether the cluster has the resource. */
  readonly available: boolean;
}

/** The parts of a CustomResourceDefinition that are read. */
interface Definition extends KubeObject {
  spec?: { versions?: Array<{ name?: string; served?: boolean }> };
  status?: { conditions?: Array<{ type?: string; status?: string }> };
}

/**
 * All objects of a resource that a CustomResourceDefinition brings, which may
 * be missing, come later, and go again. Its definition is watched; without
 * the right to do so the resource counts as missing.
 */
export class OptionalStore<T extends KubeObject> implements OptionalReader<T> {
  private store?: Store<T>;
  private stopStore?: AbortController;
  private readonly changeListeners: Array<(object: T) => void> = [];
  private readonly availabilityListeners: Array<() => void> = [];
  private resolveSynced = () => {};
  /** Resolves when the resource is known to be missing, or was listed. */
  readonly synced = new Promise<void>(resolve => {
    this.resolveSynced = resolve;
  });

  constructor(private readonly settings: StoreSettings<T>) {}

  get available(): boolean {
    return this.store !== undefined;
  }

  /** Follows the API server until the signal aborts. */
  start(client: KubeWatcher, logger: Logger, signal: AbortSignal): void {
    const { plural, group } = this.settings.resource;
    const name = `${plural}.${group}`;
    const stop = new AbortController();
    const ending = AbortSignal.any([signal, stop.signal]);
    const judge = (definition?: Definition) =>
      this.become(this.isServed(definition), client, logger, ending);
    client.watch<Definition>(
      RESOURCES.customResourceDefinitions,
      { fieldSelector: `metadata.name=${name}` },
      {
        onSync: ([definition]) => judge(definition),
        onChange: (type, definition) =>
          judge(type === 'DELETED' ? undefined : definition),
        onState: (_, error) => {
          if (!error) return;
          logger.warn('watch interrupted', {
            resource: `definition of ${plural}`,
            error: error.message,
          });
          if (!isKubeError(error, 'Forbidden')) return;
          // Asking again would not help: a new right wants a new start.
          stop.abort();
          this.resolveSynced();
        },
      },
      { signal: ending },
    );
  }

  /** Calls back for every change of an object from now on. */
  onChange(listener: (object: T) => void): void {
    this.changeListeners.push(listener);
  }

  /** Calls back when the resource came or went. */
  onAvailability(listener: () => void): void {
    this.availabilityListeners.push(listener);
  }

  get(key: Key): T | undefined {
    return this.store?.get(key);
  }

  of(key: Key): T[] {
    return this.store?.of(key) ?? [];
  }

  list(): T[] {
    return this.store?.list() ?? [];
  }

  private isServed(definition: Definition | undefined): boolean {
    const { version } = this.settings.resource;
    return Boolean(
      definition &&
        !definition.metadata.deletionTimestamp &&
        definition.spec?.versions?.some(
          each => each.name === version && each.served,
        ) &&
        definition.status?.conditions?.some(
          ({ type, status }) => type === 'Established' && status === 'True',
        ),
    );
  }

  private become(
    served: boolean,
    client: KubeWatcher,
    logger: Logger,
    signal: AbortSignal,
  ): void {
    if (!served) this.resolveSynced();
    if (served === this.available) return;
    const { plural: resource } = this.settings.resource;
    if (served) {
      logger.info('resource found', { resource });
      this.stopStore = new AbortController();
      const store = new Store<T>(this.settings);
      for (const listener of this.changeListeners) store.onChange(listener);
      this.store = store;
      store.start(
        client,
        logger,
        AbortSignal.any([signal, this.stopStore.signal]),
      );
      void store.synced.then(() => {
        this.resolveSynced();
        if (this.store === store) this.tell();
      });
    } else {
      logger.info('resource gone', { resource });
      this.stopStore?.abort();
      this.store = undefined;
      this.tell();
    }
  }

  private tell(): void {
    for (const listener of this.availabilityListeners) listener();
  }
}
