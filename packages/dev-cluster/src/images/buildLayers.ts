import { cp, mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AptRun } from './aptRun';
import { Base, BASE_PACKAGES, baseOf } from './bases';
import { Recipe, Step } from './containerfile';
import { copyInto, mergedPath, openFolders, resolveSource } from './copy';
import { ImageError } from './errors';
import { Layer, LayerStore } from './layers';
import { installNode, nodeIdentity, NodeRuntime } from './nodeRuntime';
import { PackageSource } from './packages';
import { removePaths, unpackPackages } from './rootfs';
import { sha256 } from './tar';
import { ImageProgress } from './types';

/** Raise it when the same packages give other layers than before. */
export const LAYER_RECIPE = 4;

/** What building needs from outside. */
export interface BuildDeps {
  layers: LayerStore;
  /** Packages of a suite. */
  packages: (suite: string) => PackageSource;
  node: NodeRuntime;
  architecture: string;
  /** Folder for what is used only during the build. */
  work: string;
  progress: ImageProgress;
  signal?: AbortSignal;
}

/** An image in the making. */
interface Draft {
  suite?: string;
  /** Packages already there, as apt takes them. */
  packages: string[];
  layers: Layer[];
  /** Folder of what COPY and WORKDIR make; it becomes the last layer. */
  files: string;
}

/**
 * Builds the layers that a Containerfile describes, from the base up.
 *
 * @param file name of the Containerfile, for messages
 * @param context folder that COPY copies from
 * @throws ImageError
 */
export async function buildLayers(
  recipe: Recipe,
  file: string,
  context: string,
  deps: BuildDeps,
): Promise<Layer[]> {
  const draft = await startFrom(baseOf(recipe.from), deps);
  for (const step of recipe.steps) {
    try {
      await perform(step, draft, context, deps);
    } catch (cause) {
      deps.signal?.throwIfAborted();
      if (cause instanceof ImageError) throw cause;
      throw new ImageError(
        'Containerfile',
        `${file}:${step.line}: ${(cause as Error).message}`,
        { cause },
      );
    }
  }
  const files = await filesLayer(draft.files, deps);
  return files ? [...draft.layers, files] : draft.layers;
}

async function startFrom(base: Base, deps: BuildDeps): Promise<Draft> {
  const { suite, node } = base;
  const draft: Draft = {
    suite,
    packages: suite ? [...BASE_PACKAGES] : [],
    layers: [],
    files: await mkdtemp(join(deps.work, 'files-')),
  };
  if (suite) {
    const key = layerKey(deps, { suite, packages: BASE_PACKAGES });
    draft.layers.push(
      await deps.layers.cached(key, async root => {
        deps.progress(`Debian ${suite}`);
        return installPackages(root, suite, BASE_PACKAGES, [], deps);
      }),
    );
  }
  if (node) {
    const key = layerKey(deps, { node: await nodeIdentity(deps.node) });
    draft.layers.push(
      await deps.layers.cached(key, async root => {
        deps.progress(`Node ${deps.node.version}`);
        await installNode(root, deps.node, deps.signal);
        return [];
      }),
    );
  }
  return draft;
}

async function perform(
  step: Step,
  draft: Draft,
  context: string,
  deps: BuildDeps,
): Promise<void> {
  switch (step.kind) {
    case 'run':
      draft.layers.push(await packageLayer(step.run, draft, deps));
      break;
    case 'workdir':
      await mkdir(join(draft.files, mergedPath(step.path)), {
        recursive: true,
      });
      break;
    default:
      for (const source of step.copy.sources) {
        const path = await resolveSource(context, source);
        await copyInto(draft.files, path, step.copy);
      }
  }
}

/** What COPY and WORKDIR made; undefined when they made nothing. */
async function filesLayer(
  files: string,
  deps: BuildDeps,
): Promise<Layer | undefined> {
  if ((await readdir(files)).length === 0) return undefined;
  return deps.layers.fresh(async root => {
    await cp(files, root, { recursive: true, verbatimSymlinks: true });
    await openFolders(root);
    return [];
  });
}

/** The packages of a RUN, without what lower layers already have. */
async function packageLayer(
  run: AptRun,
  draft: Draft,
  deps: BuildDeps,
): Promise<Layer> {
  const { suite, layers } = draft;
  if (!suite) throw new Error('cannot install packages FROM scratch');
  const packages = [...draft.packages, ...run.packages];
  const below = layers.map(layer => layer.sha256);
  const { removed } = run;
  const key = layerKey(deps, { suite, below, packages, removed });
  const layer = await deps.layers.cached(key, async root => {
    deps.progress(`Debian ${suite}: ${run.packages.join(' ')}`);
    const names = await installPackages(root, suite, packages, layers, deps);
    await removePaths(root, removed);
    return names;
  });
  draft.packages = packages;
  return layer;
}

/**
 * Unpacks packages that lower layers lack, also those they have in another
 * version: the archive may have moved on since those layers were made.
 *
 * @returns names of the package files unpacked
 */
async function installPackages(
  root: string,
  suite: string,
  packages: readonly string[],
  below: readonly Layer[],
  deps: BuildDeps,
): Promise<string[]> {
  const present = new Set(below.flatMap(layer => layer.packages));
  const files = await deps.packages(suite).download(packages, deps.signal);
  const missing = files.filter(file => !present.has(basename(file)));
  await unpackPackages(root, missing, deps.signal);
  return missing.map(file => basename(file));
}

function layerKey(deps: BuildDeps, content: unknown): string {
  return sha256(
    JSON.stringify([LAYER_RECIPE, deps.architecture, content]),
  ).slice(0, 32);
}
