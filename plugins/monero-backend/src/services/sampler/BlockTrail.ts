/** As many blocks as are kept: a fork that is found later is no news. */
const MOST_BLOCKS = 200;

/**
 * The last blocks of a node's chain, put together from windows of ten. What a
 * window does not continue is forgotten: it may have been reorganised away.
 */
export class BlockTrail {
  #blocks: ReadonlyMap<number, string> | undefined;

  /** @returns the blocks that are known to be the node's chain now */
  follow(
    window: ReadonlyMap<number, string> | undefined,
  ): ReadonlyMap<number, string> | undefined {
    if (!window?.size) {
      return this.#blocks;
    }
    const first = Math.min(...window.keys());
    const past = [...(this.#blocks ?? [])].filter(([index]) => index < first);
    const continues =
      this.#blocks !== undefined &&
      this.#blocks.get(first) === window.get(first);
    this.#blocks = new Map(
      [...(continues ? past : []), ...window].slice(-MOST_BLOCKS),
    );
    return this.#blocks;
  }
}
