import { createHash } from 'node:crypto';

/** The id that git gives to a file of this text (SHA-1, as every forge tells it). */
export function blobOf(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  return createHash('sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
