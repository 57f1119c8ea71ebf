import { open } from 'node:fs/promises';

const MAX_BYTES = 16 * 1024;

/** The last lines of a file; an empty text when there is no such file. */
export async function lastLines(path: string, lines = 15): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const start = Math.max(0, size - MAX_BYTES);
      const buffer = Buffer.alloc(size - start);
      await file.read(buffer, 0, buffer.length, start);
      return buffer
        .toString('utf8')
        .trimEnd()
        .split('\n')
        .slice(-lines)
        .join('\n');
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}
