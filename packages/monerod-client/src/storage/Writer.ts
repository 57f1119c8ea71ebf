import { Trail } from './Trail';

const FIRST_BYTES = 256;
const SHORT_BYTES = 32;

/** Writes one document into a buffer that grows. */
export class Writer extends Trail {
  private bytes = new Uint8Array(FIRST_BYTES);
  private view = new DataView(this.bytes.buffer);
  private length = 0;

  u8(value: number): void {
    // Growing replaces the view: take it afterwards.
    const at = this.grow(1);
    this.view.setUint8(at, value);
  }

  u16(value: number): void {
    const at = this.grow(2);
    this.view.setUint16(at, value, true);
  }

  u32(value: number): void {
    const at = this.grow(4);
    this.view.setUint32(at, value, true);
  }

  u64(value: bigint): void {
    const at = this.grow(8);
    this.view.setBigUint64(at, value, true);
  }

  double(value: number): void {
    const at = this.grow(8);
    this.view.setFloat64(at, value, true);
  }

  put(bytes: Uint8Array): void {
    const at = this.grow(bytes.length);
    if (bytes.length > SHORT_BYTES) {
      this.bytes.set(bytes, at);
      return;
    }
    // For few bytes a call costs more than the copying.
    for (let index = 0; index < bytes.length; index++) {
      this.bytes[at + index] = bytes[index];
    }
  }

  /** A length or count in as few bytes as it takes. */
  varint(value: number): void {
    if (value < 2 ** 6) {
      this.u8(value * 4);
    } else if (value < 2 ** 14) {
      this.u16(value * 4 + 1);
    } else if (value < 2 ** 30) {
      this.u32(value * 4 + 2);
    } else {
      this.u64(BigInt(value) * 4n + 3n);
    }
  }

  /** What was written, as a copy of its own size. */
  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private grow(count: number): number {
    const start = this.length;
    const end = start + count;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    }
    this.length = end;
    return start;
  }
}
