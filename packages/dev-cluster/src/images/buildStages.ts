import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CommandError } from '../shell/run';
import { AptRun } from './aptRun';
import { BASE_PACKAGES, baseOf } from './bases';
import { ImageSettings, Stage, Step } from './containerfile';
import { copyInto, mergedPath, openFolders, resolveSource } from './copy';
import { ImageError } from './errors';
import { Layer, LayerStore } from './layers';
import { installNode, nodeIdentity, NodeRuntime } from './nodeRuntime';
import { PackageSource } from './packages';
import { removePaths, unpackPackages } from './rootfs';
import { sha256, unpackPaths } from './tar';
import { ImageProgress } from './types';

/** Raise it when the same packages give other layers than before. */
const LAYER_RECIPE = 3;

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

/** A stage, built. */
export interface BuiltStage {
  name?: string;
  layers: Layer[];
  settings: ImageSettings;
}

/** A stage in the making. */
interface Draft extends BuiltStage {
  suite?: string;
  /** Packages already there, as apt takes them. */
  packages: string[];
  /** Folder of what COPY and WORKDIR make; it becomes the last layer. */
  files?: string;
}

/**
 * Builds the stages of a Containerfile; the last one is the image.
 *
 * @param file name of the Containerfile, for messages
 * @param context folder that COPY copies from
 * @throws ImageError
 */
export async function buildStages(
  stages: readonly Stage[],
  file: string,
  context: string,
  deps: BuildDeps,
): Promise<BuiltStage> {
  const built: BuiltStage[] = [];
  for (const stage of stages) {
    const draft = await startStage(stage, built, deps);
    for (const step of stage.steps) {
      try {
        await perform(step, draft, { built, context, deps });
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
    built.push(await finishStage(draft, deps));
  }
  return built[built.length - 1];
}

async function startStage(
  stage: Stage,
  built: readonly BuiltStage[],
  deps: BuildDeps,
): Promise<Draft> {
  const earlier = built.find(other => other.name === stage.from);
  if (earlier) {
    throw new ImageError(
      'Containerfile',
      `FROM ${stage.from} continues an earlier stage, which is not supported here: copy from it instead`,
    );
  }
  const base = baseOf(stage.from);
  const draft: Draft = {
    name: stage.name,
    suite: base.suite,
    packages: base.suite ? [...BASE_PACKAGES] : [],
    layers: [],
    settings: {
      ...stage.settings,
      env: { ...base.env, ...stage.settings.env },
    },
  };
  if (base.suite) {
    const { suite } = base;
    const key = layerKey(deps, { suite, packages: BASE_PACKAGES });
    draft.layers.push(
      await deps.layers.cached(key, async root => {
        deps.progress(`Debian ${suite}`);
        return installPackages(root, suite, BASE_PACKAGES, [], deps);
      }),
    );
  }
  if (base.node) {
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

interface StepContext {
  built: readonly BuiltStage[];
  context: string;
  deps: BuildDeps;
}

async function perform(
  step: Step,
  draft: Draft,
  { built, context, deps }: StepContext,
): Promise<void> {
  switch (step.kind) {
    case 'run':
      draft.layers.push(await packageLayer(step.run, draft, deps));
      break;
    case 'workdir':
      await mkdir(join(await filesFolder(draft, deps), mergedPath(step.path)), {
        recursive: true,
      });
      break;
    case 'copy': {
      const { from, sources } = step.copy;
      const root = await filesFolder(draft, deps);
      const origin =
        from === undefined
          ? context
          : await unpackStage(stageOf(from, built), sources, deps);
      for (const source of sources) {
        const path = await resolveSource(
          origin,
          from === undefined ? source : mergedPath(source),
        );
        await copyInto(root, path, step.copy);
      }
      break;
    }
    default:
      throw new Error('unknown step');
  }
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

function stageOf(name: string, built: readonly BuiltStage[]): BuiltStage {
  const stage =
    built.find(other => other.name === name) ??
    (/^\d+$/.test(name) ? built[Number(name)] : undefined);
  if (!stage) throw new Error(`--from=${name} names no earlier stage`);
  return stage;
}

/** Takes some paths out of a built stage, upper layers over lower ones. */
async function unpackStage(
  stage: BuiltStage,
  sources: readonly string[],
  deps: BuildDeps,
): Promise<string> {
  const folder = await mkdtemp(join(deps.work, 'stage-'));
  for (const layer of stage.layers) {
    for (const source of sources) {
      const path = `.${mergedPath(source).replace(/\/$/, '')}`;
      try {
        await unpackPaths(layer.tarPath, folder, [path], deps.signal);
      } catch (error) {
        // Most layers lack most paths; resolveSource misses what none has.
        if (!isNotFound(error)) throw error;
      }
    }
  }
  return folder;
}

function isNotFound(error: unknown): boolean {
  return (
    error instanceof CommandError && /Not found in archive/.test(error.output)
  );
}

async function filesFolder(draft: Draft, deps: BuildDeps): Promise<string> {
  draft.files ??= await mkdtemp(join(deps.work, 'files-'));
  return draft.files;
}

async function finishStage(draft: Draft, deps: BuildDeps): Promise<BuiltStage> {
  const { name, settings, files } = draft;
  const layers = [...draft.layers];
  if (files) {
    layers.push(
      await deps.layers.fresh(async root => {
        await cp(files, root, { recursive: true, verbatimSymlinks: true });
        await openFolders(root);
        return [];
      }),
    );
  }
  return { name, settings, layers };
}

function layerKey(deps: BuildDeps, content: unknown): string {
  return sha256(
    JSON.stringify([LAYER_RECIPE, deps.architecture, content]),
  ).slice(0, 32);
}
