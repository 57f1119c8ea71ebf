import {
  KubeObject,
  KubeWatcher,
  RESOURCES,
  WatchHandler,
} from '@monero-portal/kube-client';
import { silentLogger } from '../testing/silentLogger';
import { keyOf } from './key';
import { Store } from './Store';

const object = (name: string, version: string, owner = 'x'): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace: 'ns',
    resourceVersion: version,
    labels: { owner },
  },
});

function openStore() {
  const handlers: Array<WatchHandler<KubeObject>> = [];
  const watcher: KubeWatcher = {
    // The test speaks for the watch, of whatever type it is.
    watch: (_resource, _scope, handler) =>
      handlers.push(handler as unknown as WatchHandler<KubeObject>),
  };
  const store = new Store<KubeObject>({
    resource: RESOURCES.pods,
    index: ({ metadata }) => [`ns/${metadata.labels?.owner}`],
  });
  const changed: string[] = [];
  store.onChange(each => changed.push(keyOf(each)));
  const logger = silentLogger();
  store.start(watcher, logger, new AbortController().signal);
  return { store, changed, logger, watch: handlers[0] };
}

describe('Store', () => {
  it('is synced after the first list', async () => {
    const { store, watch } = openStore();
    watch.onSync([object('a', '1')]);
    await store.synced;
    expect(store.get('ns/a')).toMatchObject({ metadata: { name: 'a' } });
    expect(store.list()).toHaveLength(1);
  });

  it('finds objects by index, and follows them when that changes', () => {
    const { store, watch } = openStore();
    watch.onSync([object('b', '1'), object('a', '2')]);
    expect(store.of('ns/x').map(keyOf)).toEqual(['ns/a', 'ns/b']);
    watch.onChange('MODIFIED', object('a', '3', 'y'));
    expect(store.of('ns/x').map(keyOf)).toEqual(['ns/b']);
    expect(store.of('ns/y').map(keyOf)).toEqual(['ns/a']);
    watch.onChange('DELETED', object('a', '4', 'y'));
    expect(store.of('ns/y')).toEqual([]);
  });

  it('tells after a relist what went, came and changed, and nothing else', () => {
    const { changed, watch } = openStore();
    watch.onSync([
      object('gone', '1'),
      object('same', '2'),
      object('new', '3'),
    ]);
    changed.length = 0;
    watch.onSync([
      object('same', '2'),
      object('new', '5'),
      object('more', '6'),
    ]);
    expect(changed).toEqual(['ns/gone', 'ns/new', 'ns/more']);
  });

  it('does not mind duplicates', () => {
    const { store, watch } = openStore();
    watch.onSync([]);
    watch.onChange('ADDED', object('a', '1'));
    watch.onChange('ADDED', object('a', '1'));
    watch.onChange('DELETED', object('a', '2'));
    watch.onChange('DELETED', object('a', '2'));
    expect(store.list()).toEqual([]);
  });

  it('tells the old owner too when an object changes hands', () => {
    const { store, watch } = openStore();
    const owners: Array<string | undefined> = [];
    watch.onSync([object('a', '1', 'x')]);
    store.onChange(each => owners.push(each.metadata.labels?.owner));
    watch.onChange('MODIFIED', object('a', '2', 'y'));
    expect(owners).toEqual(['x', 'y']);
  });

  it('logs that its watch was interrupted', () => {
    const { logger, watch } = openStore();
    watch.onState?.('disconnected', new Error('cut'));
    expect(logger.lines).toEqual(['watch interrupted']);
  });
});
