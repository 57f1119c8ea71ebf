import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FIXTURES = join(__dirname, '..', '..', 'testdata', 'levin');

/** What one side of a recorded connection sent, piece by piece. */
export interface RecordedStream {
  name: string;
  pieces: Uint8Array[];
}

/** All that real monerods and our own peers said; see scripts/capture-levin.ts. */
export function recordedStreams(): RecordedStream[] {
  return readdirSync(FIXTURES).flatMap(file => {
    const recording = JSON.parse(readFileSync(join(FIXTURES, file), 'utf8'));
    return Object.entries(recording as Record<string, string[]>).map(
      ([side, pieces]) => ({
        name: `${file} ${side}`,
        pieces: pieces.map(each => Uint8Array.from(Buffer.from(each, 'hex'))),
      }),
    );
  });
}
