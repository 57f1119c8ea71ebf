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

  /**
   * The whole truth: what it does not hold is gone. Told when all of it is in
   * place, so that whoever looks at the list then makes something of it once.
   */
  sync(objects: readonly KubeObject[]): void {
    const keep = new Set(objects.map(keyOf));
    const gone = [...this.#items.keys()].filter(each => !keep.has(each));
    const changed = [
      ...gone.map(key => this.#remove(key)),
      ...objects.map(object => this.#put(object)),
    ];
    changed.forEach(item => this.#tell(item));
  }

  change(type: 'ADDED' | 'MODIFIED' | 'DELETED', object: KubeObject): void {
    this.#tell(
      type === 'DELETED' ? this.#remove(keyOf(object)) : this.#put(object),
    );
  }

  #tell(item: T | undefined): void {
    if (item !== undefined) {
      this.#onChange(item);
    }
  }

  /** @returns what is to be told of */
  #put(object: KubeObject): T | undefined {
    const item = this.#observe(object);
    if (item === undefined) {
      return this.#remove(keyOf(object));
    }
    this.#list = undefined;
    this.#items.set(keyOf(object), item);
    return item;
  }

  /** @returns what is to be told of */
  #remove(key: string): T | undefined {
    const item = this.#items.get(key);
    if (item !== undefined) {
      this.#list = undefined;
      this.#items.delete(key);
    }
    return item;
  }
}

function keyOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
