import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { run } from '../shell/run';

const TAR_TIMEOUT_MS = 5 * 60_000;

/** GNU tar so that the same folder gives the same bytes. */
const REPRODUCIBLE = [
  '--format=posix',
  '--pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime,delete=mtime',
  '--sort=name',
  '--mtime=@0',
  '--owner=0',
  '--group=0',
  '--numeric-owner',
  // Which of two names is "the link" would depend on the folder's history.
  '--hard-dereference',
];

/** Settings of {@link packFolder}. */
export interface PackOptions {
  /** Names in the folder. Default: the folder itself, as `.`. */
  entries?: readonly string[];
  /** Symbolic mode for everything. Default: as it is on disk. */
  mode?: string;
  signal?: AbortSignal;
}

/** Packs a folder's content; everything belongs to root and to 1970. */
export async function packFolder(
  folder: string,
  tarPath: string,
  { entries = ['.'], mode, signal }: PackOptions = {},
): Promise<void> {
  const modes = mode === undefined ? [] : [`--mode=${mode}`];
  await run(
    [
      'tar',
      ...REPRODUCIBLE,
      ...modes,
      '-C',
      folder,
      '-cf',
      tarPath,
      ...entries,
    ],
    { timeoutMs: TAR_TIMEOUT_MS, signal },
  );
}

/** SHA-256 of a file, in hexadecimal. */
export async function sha256File(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest('hex');
}

/** SHA-256 of text or bytes, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
