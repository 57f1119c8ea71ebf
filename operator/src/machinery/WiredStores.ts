import { KubeObject, KubeWatcher } from '@monero-portal/kube-client';
import { Logger } from './Logger';
import { OptionalStore } from './OptionalStore';
import { Store } from './Store';

/** Stores of one controller, which start together. */
export interface WiredStores {
  /** All but those of resources that a cluster may not have. */
  all: ReadonlyArray<Store<KubeObject>>;
  /** Resolves when every store has its first list. */
  synced: () => Promise<unknown>;
  start(client: KubeWatcher, logger: Logger, signal: AbortSignal): void;
}

/** @param optional - of resources that a cluster may not have */
export function wiredStores(
  all: ReadonlyArray<Store<KubeObject>>,
  optional: ReadonlyArray<OptionalStore<KubeObject>> = [],
): WiredStores {
  const started = [...all, ...optional];
  return {
    all,
    synced: () => Promise.all(started.map(store => store.synced)),
    start: (client, logger, signal) => {
      for (const store of started) store.start(client, logger, signal);
    },
  };
}
