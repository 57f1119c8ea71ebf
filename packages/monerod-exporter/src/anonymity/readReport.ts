import { open } from 'node:fs/promises';

/** What tor or i2pd said of itself, in a file that its container writes anew every few seconds. */
export interface Report {
  /** How long ago it was written. */
  ageSeconds: number;
  /** Numbers by name, as far as they were told. */
  numbers: ReadonlyMap<string, number>;
}

/** A report is older than this when its program does not answer any more. */
export const REPORT_MAX_AGE_SECONDS = 30;

/** A handful of short lines; more is no report. */
const MAX_BYTES = 4096;
const LINE = /^([a-z]{1,32}) (\d{1,15})$/;

/**
 * Reads a report: lines of a name and a whole number. Names that are not known
 * are somebody else's matter.
 *
 * @param nowMs - milliseconds since the epoch, of the clock that files are dated by
 * @returns undefined when there is none: the program has not answered since it was started
 * @throws Error naming file and line of what is no report; the system's error
 *   when the file cannot be read
 */
export async function readReport(
  file: string,
  nowMs: number,
): Promise<Report | undefined> {
  const found = await contentOf(file);
  if (!found) return undefined;
  return {
    ageSeconds: (nowMs - found.writtenAtMs) / 1000,
    numbers: new Map(
      found.text
        .split('\n')
        .filter(line => line !== '')
        .map(line => {
          const [, name, value] = LINE.exec(line) ?? [];
          if (name === undefined) {
            throw new Error(
              `${file}: "${line.slice(
                0,
                40,
              )}" is not a name and a whole number`,
            );
          }
          return [name, Number(value)];
        }),
    ),
  };
}

async function contentOf(file: string) {
  try {
    const handle = await open(file);
    try {
      const buffer = Buffer.alloc(MAX_BYTES + 1);
      const [{ mtimeMs }, { bytesRead }] = [
        await handle.stat(),
        await handle.read(buffer, 0, buffer.length, 0),
      ];
      if (bytesRead > MAX_BYTES) {
        throw new Error(`${file}: more than ${MAX_BYTES} bytes`);
      }
      return {
        writtenAtMs: mtimeMs,
        text: buffer.toString('latin1', 0, bytesRead),
      };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
