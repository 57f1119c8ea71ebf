import type { KubeObject } from '@monero-portal/kube-client';

/**
 * The objects of one watch in memory, reduced to what is looked at. What does
 * not look as it should is left out.
 */
export class Store<T> {
  readonly #observe: (raw: KubeObject) => T | undefined;
  readonly #onChange: (item: T) => void;
  readonly #items = new Map<string, T>();
  #list?: readonly T[];

  /** @param onChange - told of each item that came, changed or went */
  constructor(
    observe: (raw: KubeObject) => T | undefined,
    onChange: (item: T) => void,
  ) {
    this.#observe = observe;
    this.#onChange = onChange;
  }

  /** All items; the same list until something changes. */
  list(): readonly T[] {
    this.#list ??= [...this.#items.values()];
    return this.#list;
  }

  /** The whole truth: what it does not hold is gone. */
  sync(objects: readonly KubeObject[]): void {
    const keep = new Set(objects.map(keyOf));
    for (const key of [...this.#items.keys()].filter(each => !keep.has(each))) {
      this.#remove(key);
    }
    objects.forEach(object => this.#put(object));
  }

  change(type: 'ADDED' | 'MODIFIED' | 'DELETED', object: KubeObject): void {
    if (type === 'DELETED') {
      this.#remove(keyOf(object));
    } else {
      this.#put(object);
    }
  }

  #put(object: KubeObject): void {
    const item = this.#observe(object);
    if (item === undefined) {
      this.#remove(keyOf(object));
      return;
    }
    this.#list = undefined;
    this.#items.set(keyOf(object), item);
    this.#onChange(item);
  }

  #remove(key: string): void {
    const item = this.#items.get(key);
    if (item !== undefined) {
      this.#list = undefined;
      this.#items.delete(key);
      this.#onChange(item);
    }
  }
}

function keyOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
