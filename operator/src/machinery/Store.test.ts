import {
  KubeObject,
  KubeWatcher,
  RESOURCES,
  WatchHandler,
} from '@monero-portal/kube-client';
import { silentLogger } from '../testing/silentLogger';
import { keyOf } from './key';
import { Store } from './Store';

const object = (
  name: string,
  version: string,
  owner = 'x',
  namespace = 'ns',
): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace,
    resourceVersion: version,
    labels: { owner },
  },
});

function openStore(namespaces?: string[]) {
  const handlers: Array<WatchHandler<KubeObject>> = [];
  const watched: Array<string | undefined> = [];
  const watcher: KubeWatcher = {
    // The test speaks for the watch, of whatever type it is.
    watch: (_resource, { namespace }, handler) => {
      watched.push(namespace);
      handlers.push(handler as unknown as WatchHandler<KubeObject>);
    },
  };
  const store = new Store<KubeObject>({
    resource: RESOURCES.pods,
    namespaces,
    index: ({ metadata }) => [`ns/${metadata.labels?.owner}`],
  });
  const changed: string[] = [];
  store.onChange(each => changed.push(keyOf(each)));
  const logger = silentLogger();
  store.start(watcher, logger, new AbortController().signal);
  return { store, changed, logger, watched, handlers, watch: handlers[0] };
}

describe('Store', () => {
  it('is synced after the first list', async () => {
    const { store, watch } = openStore();
    watch.onSync([object('a', '1')]);
    await store.synced;
    expect(store.get('ns/a')).toMatchObject({ metadata: { name: 'a' } });
    expect(store.list()).toHaveLength(1);
  });

  it('follows each of its namespaces apart, and is synced when all are', async () => {
    const { store, changed, watched, handlers } = openStore(['ns', 'other']);
    expect(watched).toEqual(['ns', 'other']);
    let synced = false;
    void store.synced.then(() => {
      synced = true;
    });
    handlers[0].onSync([object('a', '1')]);
    await Promise.resolve();
    expect(synced).toBe(false);
    handlers[1].onSync([object('b', '2', 'x', 'other')]);
    await store.synced;
    handlers[0].onSync([object('c', '3')]); // after a lost watch
    expect(store.list().map(keyOf).sort()).toEqual(['ns/c', 'other/b']);
    expect(store.of('ns/x').map(keyOf)).toEqual(['ns/c', 'other/b']);
    expect(changed).toEqual(['ns/a', 'other/b', 'ns/a', 'ns/c']);
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

  it('does not mind what is replayed: an old state is no news', () => {
    const { store, changed, watch } = openStore();
    watch.onSync([object('a', '5')], '5');
    watch.onChange('MODIFIED', object('a', '7'));
    changed.length = 0;
    watch.onChange('DELETED', object('a', '6'));
    watch.onChange('ADDED', object('a', '3'));
    expect(changed).toEqual([]);
    expect(store.get('ns/a')?.metadata.resourceVersion).toBe('7');
  });

  describe('with writes of our own', () => {
    const version = (store: Store<KubeObject>) =>
      store.get('ns/a')?.metadata.resourceVersion;

    it('reads what was written, and takes its echo for no news', () => {
      const { store, changed, watch } = openStore();
      watch.onSync([], '5');
      store.note(object('a', '6'));
      expect(version(store)).toBe('6');
      expect(store.of('ns/x')).toHaveLength(1);
      watch.onChange('ADDED', object('a', '6'));
      expect(changed).toEqual([]);
      watch.onChange('MODIFIED', object('a', '7'));
      expect(changed).toEqual(['ns/a', 'ns/a']);
    });

    it('is not set back by what the watch had still to tell', () => {
      const { store, changed, watch } = openStore();
      watch.onSync([object('a', '5')], '5');
      changed.length = 0;
      store.note(object('a', '8'));
      watch.onChange('MODIFIED', object('a', '7'));
      expect(version(store)).toBe('8');
    });

    it('tells what others wrote shortly before, though the answer has it already', () => {
      const { store, changed, watch } = openStore();
      watch.onSync([object('a', '5')], '5');
      changed.length = 0;
      store.began('ns/a');
      store.ended('ns/a', object('a', '8'));
      watch.onChange('MODIFIED', object('a', '7'));
      expect(new Set(changed)).toEqual(new Set(['ns/a']));
      changed.length = 0;
      watch.onChange('MODIFIED', object('a', '8'));
      expect(changed).toEqual([]);
    });

    it('takes the echo of each of several writes for no news', () => {
      const { store, changed, watch } = openStore();
      watch.onSync([object('a', '5')], '5');
      changed.length = 0;
      store.note(object('a', '6'));
      store.note(object('a', '8'));
      watch.onChange('MODIFIED', object('a', '6'));
      watch.onChange('MODIFIED', object('a', '8'));
      expect(changed).toEqual([]);
      expect(version(store)).toBe('8');
    });

    it('tells after a relist of what was written, for the echo was missed', () => {
      const { store, changed, watch } = openStore();
      watch.onSync([object('a', '5')], '5');
      store.note(object('a', '8'));
      changed.length = 0;
      watch.onSync([object('a', '8')], '9');
      expect(changed).toEqual(['ns/a']);
      watch.onSync([object('a', '8')], '10');
      expect(changed).toEqual(['ns/a']);
    });

    it('does not bring back what the watch has told to be gone', () => {
      const { store, watch } = openStore();
      watch.onSync([object('a', '5')], '5');
      watch.onChange('DELETED', object('a', '7'));
      store.note(object('a', '6'));
      expect(version(store)).toBeUndefined();
    });

    it('does not set back what the watch has told already', () => {
      const { store, watch } = openStore();
      watch.onSync([object('a', '5')], '5');
      watch.onChange('MODIFIED', object('a', '7'));
      store.note(object('a', '6'));
      expect(version(store)).toBe('7');
    });

    it('takes an echo that is faster than the answer for no news either', () => {
      const { store, changed, watch } = openStore();
      watch.onSync([object('a', '5')], '5');
      changed.length = 0;
      store.began('ns/a');
      watch.onChange('MODIFIED', object('a', '6'));
      expect(version(store)).toBe('6');
      store.ended('ns/a', object('a', '6'));
      expect(changed).toEqual([]);
    });

    it('tells what others wrote meanwhile, once the write has ended', () => {
      const { store, changed, watch } = openStore();
      watch.onSync([object('a', '5')], '5');
      changed.length = 0;
      store.began('ns/a');
      watch.onChange('MODIFIED', object('a', '6'));
      watch.onChange('MODIFIED', object('a', '7'));
      expect(changed).toEqual([]);
      store.ended('ns/a', object('a', '6'));
      expect(changed).toEqual(['ns/a']);
      expect(version(store)).toBe('7');
    });

    it('tells everything when the write failed, and a deletion at once', () => {
      const { store, changed, watch } = openStore();
      watch.onSync([object('a', '5')], '5');
      changed.length = 0;
      store.began('ns/a');
      watch.onChange('MODIFIED', object('a', '6'));
      store.ended('ns/a');
      expect(changed).toEqual(['ns/a']);
      store.began('ns/a');
      watch.onChange('DELETED', object('a', '7'));
      expect(changed).toHaveLength(3);
      store.ended('ns/a');
    });

    it('believes a list of restored data', () => {
      const { store, watch } = openStore();
      watch.onSync([object('a', '500')], '500');
      watch.onSync([object('a', '3')], '4');
      watch.onChange('MODIFIED', object('a', '5'));
      expect(version(store)).toBe('5');
    });
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
