import { KubeError } from '../KubeError';

function tooLarge(what: string, maxBytes: number): KubeError {
  return new KubeError({
    code: 'TooLarge',
    message: `${what}: more than the ${maxBytes} bytes that the caller accepts`,
  });
}

/**
 * The whole body as text.
 * @throws KubeError `TooLarge` as soon as the limit is passed
 */
export async function readText(
  body: AsyncIterable<Buffer>,
  maxBytes: number,
  what: string,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(what, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size).toString('utf8');
}

/**
 * The lines of a body without their newline; empty lines are left out.
 * @throws KubeError `TooLarge` for a line over the limit, `Unreachable` when
 *   the body ends in the middle of a line
 */
export async function* readLines(
  body: AsyncIterable<Buffer>,
  maxBytes: number,
  what: string,
): AsyncGenerator<string> {
  let pending: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    let rest = chunk;
    let end = rest.indexOf(0x0a);
    while (end >= 0) {
      if (size + end > maxBytes) throw tooLarge(what, maxBytes);
      pending.push(rest.subarray(0, end));
      const line = Buffer.concat(pending).toString('utf8').trim();
      pending = [];
      size = 0;
      rest = rest.subarray(end + 1);
      if (line !== '') yield line;
      end = rest.indexOf(0x0a);
    }
    size += rest.length;
    if (size > maxBytes) throw tooLarge(what, maxBytes);
    if (rest.length > 0) pending.push(rest);
  }
  if (size > 0) {
    throw new KubeError({
      code: 'Unreachable',
      message: `${what}: the connection ended in the middle of a line`,
    });
  }
}
