/** A part of the file, and the address at which the program finds it. */
interface Segment {
  address: bigint;
  offset: number;
  size: number;
}

const LOAD = 1;
const RELOCATIONS = 4;
const RELATIVE = 8n;
const POINTER_BYTES = 8n;
const LONGEST_STRING = 64;

/** Reads an offset or count that certainly fits. */
function numberAt(file: Buffer, offset: number): number {
  return Number(file.readBigUInt64LE(offset));
}

function segmentsOf(file: Buffer): Segment[] {
  const start = numberAt(file, 0x20);
  return Array.from({ length: file.readUInt16LE(0x38) }, (_, index) => {
    const entry = start + index * 56;
    return {
      type: file.readUInt32LE(entry),
      offset: numberAt(file, entry + 8),
      address: file.readBigUInt64LE(entry + 16),
      size: numberAt(file, entry + 32),
    };
  }).filter(({ type }) => type === LOAD);
}

/** Where pointers stand, and where each points to. */
function pointersOf(file: Buffer): [at: bigint, to: bigint][] {
  const sections = numberAt(file, 0x28);
  const pointers: [bigint, bigint][] = [];
  for (let index = 0; index < file.readUInt16LE(0x3c); index++) {
    const section = sections + index * 64;
    if (file.readUInt32LE(section + 4) !== RELOCATIONS) {
      continue;
    }
    const start = numberAt(file, section + 24);
    const end = start + numberAt(file, section + 32);
    for (let entry = start; entry < end; entry += 24) {
      // The low half is the kind of relocation on x86-64.
      if (file.readBigUInt64LE(entry + 8) % 2n ** 32n === RELATIVE) {
        pointers.push([
          file.readBigUInt64LE(entry),
          file.readBigUInt64LE(entry + 16),
        ]);
      }
    }
  }
  return pointers.sort(([a], [b]) => (a < b ? -1 : 1));
}

function stringAt(
  file: Buffer,
  segments: readonly Segment[],
  address: bigint,
): string | undefined {
  const segment = segments.find(
    candidate =>
      candidate.address <= address &&
      address < candidate.address + BigInt(candidate.size),
  );
  if (!segment) {
    return undefined;
  }
  const start = segment.offset + Number(address - segment.address);
  const end = file.indexOf(0, start);
  return end > start && end - start <= LONGEST_STRING
    ? file.toString('utf8', start, end)
    : undefined;
}

/**
 * Every table of strings in a program that has exactly so many entries: an
 * array of pointers, each to text that ends with a zero byte. Understands
 * position-independent ELF programs of x86-64.
 *
 * @throws Error when the file is no such program
 */
export function stringTablesOf(file: Buffer, entries: number): string[][] {
  if (file.toString('latin1', 0, 4) !== '\x7fELF' || file[4] !== 2) {
    throw new Error('not a 64-bit ELF program');
  }
  if (file.readUInt16LE(0x12) !== 0x3e) {
    throw new Error('not a program for x86-64');
  }
  const segments = segmentsOf(file);
  const tables: string[][] = [[]];
  let expected: bigint | undefined;
  for (const [at, to] of pointersOf(file)) {
    const text = stringAt(file, segments, to);
    if (at !== expected || text === undefined) {
      tables.push([]);
    }
    if (text !== undefined) {
      tables[tables.length - 1].push(text);
    }
    expected = at + POINTER_BYTES;
  }
  return tables.filter(table => table.length === entries);
}
