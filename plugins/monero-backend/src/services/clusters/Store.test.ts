import type { KubeObject } from '@monero-portal/kube-client';
import { Store } from './Store';

const object = (name: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'monero' },
});

function setup() {
  const told: { name: string; list: readonly string[] }[] = [];
  const store: Store<string> = new Store(
    ({ metadata: { name } }) => (name === 'odd' ? undefined : name),
    name => told.push({ name, list: store.list() }),
  );
  return { store, told };
}

describe('Store', () => {
  it('tells of a whole list when all of it is in place', () => {
    const { store, told } = setup();
    store.sync(['a', 'b', 'c'].map(object));
    expect(told.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    const lists = new Set(told.map(({ list }) => list));
    expect([...lists]).toEqual([['a', 'b', 'c']]);
  });

  it('tells of what a whole list does not hold any more', () => {
    const { store, told } = setup();
    store.sync(['a', 'b'].map(object));
    told.length = 0;
    store.sync(['b'].map(object));
    expect(told).toEqual([
      { name: 'a', list: ['b'] },
      { name: 'b', list: ['b'] },
    ]);
  });

  it('keeps its list until something changes', () => {
    const { store } = setup();
    store.sync([object('a')]);
    const before = store.list();
    expect(store.list()).toBe(before);
    store.change('ADDED', object('b'));
    expect(store.list()).toEqual(['a', 'b']);
    store.change('DELETED', object('a'));
    expect(store.list()).toEqual(['b']);
  });

  it('says nothing of what it does not know, and does not keep it', () => {
    const { store, told } = setup();
    store.change('ADDED', object('odd'));
    store.change('DELETED', object('never-there'));
    expect(told).toEqual([]);
    expect(store.list()).toEqual([]);
  });
});
