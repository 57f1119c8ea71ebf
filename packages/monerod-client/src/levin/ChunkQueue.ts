/** Pieces below this size are copied together. */
const SMALL_BYTES = 4096;

/**
 * Bytes that came in pieces, until enough of them are there. Takes little more
 * memory than the bytes do, however small the pieces are.
 */
export class ChunkQueue {
  private readonly chunks: Uint8Array[] = [];
  private size = 0;
  /** Room of our own behind the last chunk. */
  private room = new Uint8Array(0);

  /** Bytes held. */
  get length(): number {
    return this.size;
  }

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) {
      return;
    }
    this.size += chunk.length;
    if (chunk.length >= SMALL_BYTES) {
      this.chunks.push(chunk);
      this.room = new Uint8Array(0);
      return;
    }
    if (chunk.length > this.room.length) {
      this.room = new Uint8Array(SMALL_BYTES);
      this.chunks.push(this.room.subarray(0, 0));
    }
    this.appendToLast(chunk);
  }

  /** The first bytes, at most so many, left where they are. */
  peek(count: number): Uint8Array {
    const [first] = this.chunks;
    return first !== undefined && first.length >= count
      ? first.subarray(0, count)
      : this.copy(Math.min(count, this.size));
  }

  /** Takes the first bytes; so many must be held. */
  take(count: number): Uint8Array {
    const taken = this.copy(count);
    this.drop(count);
    return taken;
  }

  /** Forgets the first bytes, at most so many. Returns how many they were. */
  drop(count: number): number {
    const dropped = Math.min(count, this.size);
    let left = dropped;
    let whole = 0;
    while (left > 0 && this.chunks[whole].length <= left) {
      left -= this.chunks[whole].length;
      whole += 1;
    }
    this.chunks.splice(0, whole);
    if (left > 0) {
      this.chunks[0] = this.chunks[0].subarray(left);
    }
    if (this.chunks.length === 0) {
      this.room = new Uint8Array(0);
    }
    this.size -= dropped;
    return dropped;
  }

  /** Lengthens the last chunk, whose buffer has room for this one. */
  private appendToLast(chunk: Uint8Array): void {
    this.room.set(chunk);
    this.room = this.room.subarray(chunk.length);
    const last = this.chunks.pop() ?? this.room.subarray(0, 0);
    this.chunks.push(
      new Uint8Array(last.buffer, last.byteOffset, last.length + chunk.length),
    );
  }

  private copy(count: number): Uint8Array {
    const bytes = new Uint8Array(count);
    let at = 0;
    for (const chunk of this.chunks) {
      if (at >= count) {
        break;
      }
      const part = chunk.subarray(0, count - at);
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}
