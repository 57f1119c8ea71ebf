import {
  KubeError,
  KubeObject,
  KubeWatcher,
  WatchHandler,
} from '@monero-portal/kube-client';
import { silentLogger } from '../testing/silentLogger';
import { OptionalStore } from './OptionalStore';

const RESOURCE = { group: 'example.org', version: 'v1', plural: 'things' };

/** A definition as the API server has it. */
function definition(
  traits: { established?: boolean; version?: string; going?: boolean } = {},
): KubeObject {
  const { established = true, version = 'v1', going } = traits;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: 'things.example.org',
      ...(going ? { deletionTimestamp: '2026-01-01T00:00:00Z' } : {}),
    },
    spec: { versions: [{ name: version, served: true }] },
    status: {
      conditions: [
        { type: 'Established', status: established ? 'True' : 'False' },
      ],
    },
  };
}

const thing = (name: string, version = '1'): KubeObject => ({
  apiVersion: 'example.org/v1',
  kind: 'Thing',
  metadata: { name, namespace: 'ns', resourceVersion: version },
});

function open() {
  const watches: Array<{
    plural: string;
    fieldSelector?: string;
    handler: WatchHandler<KubeObject>;
    signal: AbortSignal;
  }> = [];
  const watcher: KubeWatcher = {
    watch: ({ plural }, { fieldSelector }, handler, { signal }) => {
      watches.push({
        plural,
        fieldSelector,
        // The test speaks for the watch, of whatever type it is.
        handler: handler as unknown as WatchHandler<KubeObject>,
        signal,
      });
    },
  };
  const store = new OptionalStore<KubeObject>({
    resource: RESOURCE,
    index: () => ['ns/owner'],
  });
  const told: string[] = [];
  store.onChange(({ metadata }) => told.push(metadata.name));
  store.onAvailability(() => told.push(`available: ${store.available}`));
  let synced = false;
  void store.synced.then(() => {
    synced = true;
  });
  store.start(watcher, silentLogger(), new AbortController().signal);
  const [{ handler: definitions }] = watches;
  return { store, told, watches, definitions, isSynced: () => synced };
}

const tick = () => new Promise(setImmediate);

describe('OptionalStore', () => {
  it('watches one definition, and nothing else while that is missing', async () => {
    const { store, watches, definitions, isSynced } = open();
    expect(watches).toMatchObject([
      {
        plural: 'customresourcedefinitions',
        fieldSelector: 'metadata.name=things.example.org',
      },
    ]);
    definitions.onSync([]);
    await tick();
    expect(isSynced()).toBe(true);
    expect(store.available).toBe(false);
    expect(store.list()).toEqual([]);
    expect(watches).toHaveLength(1);
  });

  it('is synced only after the first list when the resource is there', async () => {
    const { store, watches, definitions, isSynced } = open();
    definitions.onSync([definition()]);
    await tick();
    expect(isSynced()).toBe(false);
    watches[1].handler.onSync([thing('a')]);
    await tick();
    expect(isSynced()).toBe(true);
    expect(store.get('ns/a')).toBeDefined();
    expect(store.of('ns/owner')).toHaveLength(1);
  });

  it('finds the resource when it comes later, and tells', async () => {
    const { told, watches, definitions } = open();
    definitions.onSync([]);
    definitions.onChange('ADDED', definition({ established: false }));
    expect(watches).toHaveLength(1);
    definitions.onChange('MODIFIED', definition());
    definitions.onChange('MODIFIED', definition());
    expect(watches).toHaveLength(2);
    watches[1].handler.onSync([thing('a')]);
    await tick();
    expect(told).toEqual(['a', 'available: true']);
  });

  it.each<[string, (definitions: WatchHandler<KubeObject>) => void]>([
    ['deleted', on => on.onChange('DELETED', definition())],
    [
      'being deleted',
      on => on.onChange('MODIFIED', definition({ going: true })),
    ],
    [
      'no longer serving the version',
      on => on.onChange('MODIFIED', definition({ version: 'v2' })),
    ],
    ['missing after a relist', on => on.onSync([])],
  ])('forgets everything when the definition is %s', async (_, lose) => {
    const { store, told, watches, definitions } = open();
    definitions.onSync([definition()]);
    watches[1].handler.onSync([thing('a')]);
    await tick();
    lose(definitions);
    expect(watches[1].signal.aborted).toBe(true);
    expect(watches[0].signal.aborted).toBe(false);
    expect(store.list()).toEqual([]);
    expect(told).toEqual(['a', 'available: true', 'available: false']);
    definitions.onChange('ADDED', definition());
    expect(watches).toHaveLength(3);
  });

  it('without the right to look, does not ask again and holds nobody up', async () => {
    const { store, watches, definitions, isSynced } = open();
    const forbidden = new KubeError({ code: 'Forbidden', message: 'no right' });
    definitions.onState?.('disconnected', forbidden);
    await tick();
    expect(isSynced()).toBe(true);
    expect(store.available).toBe(false);
    expect(watches[0].signal.aborted).toBe(true);
  });
});
