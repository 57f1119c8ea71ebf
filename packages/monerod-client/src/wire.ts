import { MonerodError } from './errors';

const HASH = /^[0-9a-f]{64}$/;
const HEX = /^0x[0-9a-f]{1,64}$/i;
const BLOB = /^(?:[0-9a-f]{2})*$/i;
const UINT64_MAX = 2n ** 64n - 1n;

/** Shows a value from outside in an error: short, and in one line. */
function show(value: unknown): string {
  const text =
    JSON.stringify(value, (_key, each) =>
      typeof each === 'bigint' ? `${each}` : each,
    ) ?? 'nothing';
  const plain = typeof value === 'bigint' ? `${value}` : text;
  return plain.length > 60 ? `${plain.slice(0, 60)}...` : plain;
}

/**
 * Reads the fields of one JSON object of an answer, each with the type that is
 * expected there.
 *
 * @throws MonerodError `InvalidResponse`, naming the field's path and value.
 */
export class WireReader {
  private readonly fields: Record<string, unknown>;

  constructor(value: unknown, private readonly path: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new MonerodError(
        'InvalidResponse',
        `${path}: expected an object, got ${show(value)}`,
      );
    }
    this.fields = value as Record<string, unknown>;
  }

  /** True when the daemon sent the field at all. */
  has(name: string): boolean {
    return Object.hasOwn(this.fields, name);
  }

  string(name: string): string {
    const value = this.field(name);
    return typeof value === 'string' ? value : this.bad(name, 'a string');
  }

  boolean(name: string): boolean {
    const value = this.field(name);
    return typeof value === 'boolean' ? value : this.bad(name, 'a boolean');
  }

  /** One of monerod's own words, as the name we give it. */
  oneOf<T>(name: string, names: Readonly<Record<string, T>>): T {
    const value = this.string(name);
    return Object.hasOwn(names, value)
      ? names[value]
      : this.bad(name, `one of ${Object.keys(names).join(', ')}`);
  }

  /** An integer from 0 to 2^53 - 1. */
  count(name: string): number {
    const value = this.field(name);
    return typeof value === 'number' &&
      Number.isSafeInteger(value) &&
      value >= 0
      ? value
      : this.bad(name, 'an integer from 0 to 2^53 - 1');
  }

  /** An integer of either sign, up to 2^53 - 1. */
  integer(name: string): number {
    const value = this.field(name);
    return typeof value === 'number' && Number.isSafeInteger(value)
      ? value
      : this.bad(name, 'an integer');
  }

  /** An integer from 0 to 2^64 - 1. */
  uint64(name: string): bigint {
    const value = this.field(name);
    const integer =
      typeof value === 'number' && Number.isSafeInteger(value)
        ? BigInt(value)
        : value;
    return typeof integer === 'bigint' && integer >= 0n && integer <= UINT64_MAX
      ? integer
      : this.bad(name, 'an integer from 0 to 2^64 - 1');
  }

  /** A number written as `"0x1f"`: how monerod sends 128 bits. */
  hexNumber(name: string): bigint {
    const value = this.field(name);
    return typeof value === 'string' && HEX.test(value)
      ? BigInt(value)
      : this.bad(name, 'a number in hexadecimal such as "0x1f"');
  }

  /** 64 lower-case hexadecimal digits. */
  hash(name: string): string {
    return this.asHash(name, this.field(name));
  }

  /** Bytes in hexadecimal, without a prefix. */
  hex(name: string): string {
    const value = this.field(name);
    return typeof value === 'string' && BLOB.test(value)
      ? value
      : this.bad(name, 'bytes in hexadecimal');
  }

  /** Bytes in hexadecimal; `undefined` when the field is missing or empty. */
  optionalHex(name: string): string | undefined {
    return (this.has(name) && this.hex(name)) || undefined;
  }

  /** An integer from 0 to 2^53 - 1; `undefined` when the field is missing. */
  optionalCount(name: string): number | undefined {
    return this.has(name) ? this.count(name) : undefined;
  }

  object(name: string): WireReader {
    return new WireReader(this.field(name), this.at(name));
  }

  /** The entries of a list; none when the field is missing, as monerod omits empty lists. */
  list<T>(name: string, decode: (entry: WireReader) => T): T[] {
    return this.entries(name).map((entry, index) =>
      decode(new WireReader(entry, `${this.at(name)}[${index}]`)),
    );
  }

  /** A list of hashes; empty when the field is missing. */
  hashes(name: string): string[] {
    return this.entries(name).map((entry, index) =>
      this.asHash(`${name}[${index}]`, entry),
    );
  }

  /** A list of texts; empty when the field is missing. */
  strings(name: string): string[] {
    return this.elements(name, reader => reader.string('value'));
  }

  /** A list of integers from 0 to 2^53 - 1; empty when the field is missing. */
  counts(name: string): number[] {
    return this.elements(name, reader => reader.count('value'));
  }

  /** A list of integers from 0 to 2^64 - 1; empty when the field is missing. */
  uint64s(name: string): bigint[] {
    return this.elements(name, reader => reader.uint64('value'));
  }

  /** A list of numbers that stand for words, as the names we give them. */
  numbersOf<T>(name: string, names: Readonly<Record<number, T>>): T[] {
    return this.counts(name).map((value, index) =>
      Object.hasOwn(names, value)
        ? names[value]
        : this.bad(
            `${name}[${index}]`,
            `one of ${Object.keys(names).join(', ')}`,
            value,
          ),
    );
  }

  /** The object as it came, for who shows it rather than reads it. */
  plain(): Readonly<Record<string, unknown>> {
    return this.fields;
  }

  private elements<T>(name: string, read: (reader: WireReader) => T): T[] {
    return this.entries(name).map((value, index) =>
      read(new WireReader({ value }, `${this.at(name)}[${index}]`)),
    );
  }

  private entries(name: string): unknown[] {
    const value = this.field(name) ?? [];
    return Array.isArray(value) ? value : this.bad(name, 'a list');
  }

  private asHash(name: string, value: unknown): string {
    return typeof value === 'string' && HASH.test(value)
      ? value
      : this.bad(name, '64 hexadecimal digits', value);
  }

  private field(name: string): unknown {
    return this.has(name) ? this.fields[name] : undefined;
  }

  private at(name: string): string {
    return `${this.path}.${name}`;
  }

  private bad(name: string, expected: string, value = this.field(name)): never {
    throw new MonerodError(
      'InvalidResponse',
      `${this.at(name)}: expected ${expected}, got ${show(value)}`,
    );
  }
}
