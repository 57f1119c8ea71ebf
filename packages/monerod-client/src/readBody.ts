import { MonerodError } from './errors';

/** A stream of bytes that can be cut off. */
interface Body extends AsyncIterable<Uint8Array> {
  destroy(): unknown;
}

/**
 * Reads a body up to a limit.
 *
 * @throws MonerodError `TooLarge` as soon as the limit is passed.
 */
export async function readBody(
  body: Body,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      body.destroy();
      throw new MonerodError(
        'TooLarge',
        `the answer is larger than ${maxBytes} bytes`,
      );
    }
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, size);
}
