import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';

/** Writes a file into a workspace, never outside. */
export async function writeInto(
  folder: string,
  path: string,
  text: string,
): Promise<void> {
  const file = resolveSafeChildPath(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
