import { StorageLimits } from './limits';
import { Trail } from './Trail';

const TWO_TO_30 = 2 ** 30;
const TWO_TO_32 = 2 ** 32;

/**
 * Reads one document from the front to the back. Nothing is allocated for a
 * length before the bytes are known to be there.
 */
export class Reader extends Trail {
  private readonly view: DataView;
  private position = 0;
  private objects = 0;
  private fields = 0;
  private strings = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly limits: StorageLimits,
  ) {
    super(limits.maxDepth);
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Bytes that are left. */
  get remaining(): number {
    return this.bytes.length - this.position;
  }

  protected override get offset(): number {
    return this.position;
  }

  u8(): number {
    return this.view.getUint8(this.advance(1));
  }

  i8(): number {
    return this.view.getInt8(this.advance(1));
  }

  u16(): number {
    return this.view.getUint16(this.advance(2), true);
  }

  i16(): number {
    return this.view.getInt16(this.advance(2), true);
  }

  u32(): number {
    return this.view.getUint32(this.advance(4), true);
  }

  i32(): number {
    return this.view.getInt32(this.advance(4), true);
  }

  u64(): bigint {
    return this.view.getBigUint64(this.advance(8), true);
  }

  i64(): bigint {
    return this.view.getBigInt64(this.advance(8), true);
  }

  double(): number {
    return this.view.getFloat64(this.advance(8), true);
  }

  /** A copy of the next bytes, so that it does not keep the document alive. */
  take(count: number): Uint8Array {
    const start = this.advance(count);
    return this.bytes.slice(start, start + count);
  }

  skip(count: number): void {
    this.advance(count);
  }

  /** Takes these very bytes, or takes nothing and says so. */
  takeIf(expected: Uint8Array): boolean {
    if (this.remaining < expected.length) {
      return false;
    }
    for (let index = 0; index < expected.length; index++) {
      if (this.bytes[this.position + index] !== expected[index]) {
        return false;
      }
    }
    this.position += expected.length;
    return true;
  }

  /**
   * A length or count of 1, 2, 4 or 8 bytes, told by its lowest two bits. Those
   * beyond 2^53 come out inexact, which is still more than any document holds.
   */
  varint(): number {
    if (this.remaining < 1) {
      this.fail('Truncated', 'ends where a length should be');
    }
    switch (this.bytes[this.position] & 3) {
      case 0:
        return this.u8() >>> 2;
      case 1:
        return this.u16() >>> 2;
      case 2:
        return this.u32() >>> 2;
      default: {
        const low = this.u32() >>> 2;
        const high = this.u32();
        return high * TWO_TO_30 + low;
      }
    }
  }

  /** Number of elements of a list whose smallest element takes `minBytes`. */
  count(minBytes: number): number {
    const count = this.varint();
    if (count > this.remaining / minBytes) {
      this.fail(
        'Truncated',
        `${show(count)} elements announced, ${this.remaining} bytes left`,
      );
    }
    return count;
  }

  /** A byte that is 0 or 1. */
  bool(): boolean {
    const value = this.u8();
    if (value > 1) {
      this.fail('BadValue', `expected 0 or 1 for a bool, got ${value}`);
    }
    return value === 1;
  }

  /** Length of a string that is wholly there. */
  stringLength(): number {
    const length = this.varint();
    if (length > this.remaining) {
      this.fail(
        'Truncated',
        `a string of ${show(length)} bytes announced, ${this.remaining} left`,
      );
    }
    return length;
  }

  /** Number of fields of an object, held against the limit. */
  fieldCount(): number {
    const count = this.varint();
    const { maxFields } = this.limits;
    // A name with its length, a type and a value: four bytes at least.
    if (count > this.remaining / 4) {
      this.fail(
        'Truncated',
        `${show(count)} fields announced, ${this.remaining} bytes left`,
      );
    }
    this.fields += count;
    if (this.fields > maxFields) {
      this.fail('TooManyFields', `more than ${maxFields} fields`);
    }
    return count;
  }

  /** A field's name, a character a byte. */
  name(): string {
    const length = this.u8();
    if (length === 0) {
      this.fail('BadName', 'a field without a name');
    }
    const start = this.advance(length);
    let name = '';
    for (let index = start; index < start + length; index++) {
      name += String.fromCharCode(this.bytes[index]);
    }
    return name;
  }

  /** Adds to the objects seen. @throws StorageError `TooManyObjects` */
  countObjects(count: number): void {
    this.objects += count;
    const { maxObjects } = this.limits;
    if (this.objects > maxObjects) {
      this.fail('TooManyObjects', `more than ${maxObjects} objects`);
    }
  }

  /** Adds to the strings seen. @throws StorageError `TooManyStrings` */
  countStrings(count: number): void {
    this.strings += count;
    const { maxStrings } = this.limits;
    if (this.strings > maxStrings) {
      this.fail('TooManyStrings', `more than ${maxStrings} strings`);
    }
  }

  /** Ends the reading. @throws StorageError `TrailingBytes` */
  end(padding: boolean): void {
    if (this.remaining === 0) {
      return;
    }
    const rest = this.bytes.subarray(this.position);
    if (!padding || rest.some(byte => byte !== 0)) {
      this.fail('TrailingBytes', `${rest.length} bytes too many`);
    }
  }

  private advance(count: number): number {
    const start = this.position;
    if (count > this.bytes.length - start) {
      this.fail(
        'Truncated',
        `needs ${count} more bytes, ${this.bytes.length - start} left`,
      );
    }
    this.position = start + count;
    return start;
  }
}

/** A number that may be too large to be exact. */
function show(count: number): string {
  return count < TWO_TO_32 ? `${count}` : 'over 2^32';
}
