import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { readIfExists, writeAtomic } from '../host/files';
import { writeArchive } from './archive';
import { baseOf } from './bases';
import { BuildDeps, buildLayers, LAYER_RECIPE } from './buildLayers';
import { parseContainerfile, Recipe } from './containerfile';
import { filesOf, resolveSource } from './copy';
import { ImageError } from './errors';
import { nodeIdentity } from './nodeRuntime';
import { sha256, sha256File } from './tar';
import { BuiltImage } from './types';

/** Raise it when the same inputs give other archives than before. */
const ARCHIVE_RECIPE = 3;

/** One image to build. */
export interface ImageDefinition {
  /** Full name with tag. */
  reference: string;
  /** Path of its Containerfile; the folder it lies in is the build context. */
  containerfile: string;
  buildArgs?: Readonly<Record<string, string>>;
}

const recordSchema = z.object({
  key: z.string(),
  digest: z.string(),
  sha256: z.string(),
  bytes: z.number(),
});

/**
 * An image's archive: from the cache if everything it is made of is as it was
 * and the file is intact, else assembled anew.
 *
 * @param archives folder of finished archives
 * @throws ImageError
 */
export async function buildImage(
  definition: ImageDefinition,
  archives: string,
  deps: BuildDeps,
): Promise<BuiltImage> {
  const { reference, containerfile, buildArgs } = definition;
  const text = await readFile(containerfile, 'utf8').catch(cause => {
    throw new ImageError('Containerfile', `${containerfile} is missing`, {
      cause,
    });
  });
  const context = dirname(containerfile);
  const name = join(basename(context), basename(containerfile));
  const recipe = parseContainerfile(text, name, buildArgs);
  const base = baseOf(recipe.from);
  const key = sha256(
    JSON.stringify([
      ARCHIVE_RECIPE,
      LAYER_RECIPE,
      reference,
      deps.architecture,
      recipe,
      await contextIdentity(recipe, name, context),
      base.node ? await nodeIdentity(deps.node) : '',
    ]),
  );
  const file = reference.replace(/[/:]/g, '_');
  const tarPath = join(archives, `${file}.tar`);
  const recordPath = join(archives, `${file}.json`);
  const known = await intact(tarPath, recordPath, key);
  if (known) return { reference, tarPath, built: false, ...known };

  deps.progress(`assembling ${reference}`);
  const layers = await buildLayers(recipe, name, context, deps);
  const settings = {
    ...recipe.settings,
    env: { ...base.env, ...recipe.settings.env },
  };
  const folder = await mkdtemp(join(deps.work, 'archive-'));
  const partial = join(deps.work, `${file}.tar`);
  const digest = await writeArchive(
    { reference, architecture: deps.architecture, settings, layers },
    folder,
    partial,
    deps.signal,
  );
  await rm(folder, { recursive: true, force: true });
  const made = {
    digest,
    sha256: await sha256File(partial),
    bytes: (await stat(partial)).size,
  };
  await mkdir(archives, { recursive: true });
  await rename(partial, tarPath);
  await writeAtomic(recordPath, JSON.stringify({ key, ...made }));
  return { reference, tarPath, built: true, digest, bytes: made.bytes };
}

/** Record of the archive, if it has this key and the file agrees with it. */
async function intact(tarPath: string, recordPath: string, key: string) {
  let record: z.infer<typeof recordSchema>;
  try {
    const text = await readIfExists(recordPath);
    record = recordSchema.parse(JSON.parse(text ?? 'null'));
  } catch {
    return undefined;
  }
  if (record.key !== key) return undefined;
  const found = await sha256File(tarPath).catch(() => undefined);
  if (found !== record.sha256) return undefined;
  return { digest: record.digest, bytes: record.bytes };
}

/** Names and content of everything that is copied from the context. */
async function contextIdentity(
  recipe: Recipe,
  name: string,
  context: string,
): Promise<string[]> {
  const identity: string[] = [];
  for (const step of recipe.steps) {
    if (step.kind !== 'copy') continue;
    for (const source of step.copy.sources) {
      try {
        const path = await resolveSource(context, source);
        for (const file of await filesOf(path)) {
          const full = join(path, file);
          const executable = ((await stat(full)).mode & 0o100) !== 0;
          identity.push(
            `${source} ${file} ${executable} ${await sha256File(full)}`,
          );
        }
      } catch (cause) {
        throw new ImageError(
          'Containerfile',
          `${name}:${step.line}: COPY: ${(cause as Error).message}`,
          { cause },
        );
      }
    }
  }
  return identity;
}
