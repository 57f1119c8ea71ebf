import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir } from '../cacheDir';
import { assertFreeSpace } from '../host/diskSpace';
import { lock } from '../host/socketLock';
import type { Progress, StepReporter } from '../progress';
import { checkGo, goBuild, sourcesOf } from './goTool';
import { matchesManifest, writeManifest } from './manifest';
import { assemblePauseImage } from './pauseImage';
import { markUsed, removeUnused } from './prune';
import {
  GO_DIR,
  moduleOf,
  readRecipes,
  readToolRecipe,
  type ModuleRecipe,
  type ToolName,
} from './recipe';

/** The built programs. */
export interface Binaries {
  binDir: string;
  /** docker-archive of the image that holds pods' network namespaces. */
  pauseImage: string;
}

export interface BuildOptions {
  progress: Progress;
  signal: AbortSignal;
  /** Default: `cluster` in `cacheDir()`. */
  cache?: string;
  /** Folder with the go.mod files. Default: this package's. */
  goDir?: string;
  /** Environment of Go. Default: this process's. */
  env?: NodeJS.ProcessEnv;
}

const PAUSE_ARCHIVE = 'pause.tar';

function binariesIn(dir: string): Binaries {
  const binDir = join(dir, 'bin');
  return { binDir, pauseImage: join(binDir, PAUSE_ARCHIVE) };
}

function filesOf(module: ModuleRecipe): string[] {
  const programs = Object.values(module.outputs);
  return module.name === 'pause' ? [...programs, PAUSE_ARCHIVE] : programs;
}

async function modulesToBuild(dir: string, modules: readonly ModuleRecipe[]) {
  const checks = await Promise.all(
    modules.map(module =>
      matchesManifest(
        join(dir, `${module.name}.json`),
        binariesIn(dir).binDir,
        filesOf(module),
      ),
    ),
  );
  return modules.filter((_, index) => !checks[index]);
}

async function buildModule(
  dir: string,
  module: ModuleRecipe,
  { goDir = GO_DIR, signal, env }: BuildOptions,
  report: StepReporter,
): Promise<void> {
  const { binDir, pauseImage } = binariesIn(dir);
  const partial = join(dir, `${module.name}.partial`);
  const manifest = join(dir, `${module.name}.json`);
  await rm(manifest, { force: true });
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  await mkdir(binDir, { recursive: true });
  let packages = 0;
  await goBuild({
    ...{ title: module.title, args: module.args, signal, env },
    cgo: module.cgo,
    moduleDir: join(goDir, module.name),
    outputDir: partial,
    onPackage: name => {
      packages += 1;
      report.update(`${packages} packages compiled (${name})`);
    },
  });
  for (const [built, name] of Object.entries(module.outputs)) {
    await rename(join(partial, built), join(binDir, name));
  }
  if (module.name === 'pause') {
    await assemblePauseImage(join(binDir, 'pause'), pauseImage, partial);
  }
  await rm(partial, { recursive: true, force: true });
  await writeManifest(manifest, binDir, filesOf(module));
}

/** Modules that belong together in one folder of the cache. */
interface BuildPlan {
  modules: readonly ModuleRecipe[];
  key: string;
  /** What the progress calls them. */
  title: string;
  /** Free space that building takes, in GB. */
  gigabytes: number;
}

/** @returns the folder, when everything in it is built and intact */
async function buildAll(
  { modules, key, title, gigabytes }: BuildPlan,
  options: BuildOptions,
): Promise<string> {
  const { progress, signal, cache = join(cacheDir(), 'cluster') } = options;
  const dir = join(cache, key);
  if ((await modulesToBuild(dir, modules)).length === 0) {
    await markUsed(dir);
    return dir;
  }

  await mkdir(dir, { recursive: true });
  await progress.run(`Build ${title} (once)`, async report => {
    const held = await lock(`build:${dir}`, `process ${process.pid}`, {
      signal,
      onWait: holder => report.update(`waiting for the build of ${holder}`),
    });
    try {
      const missing = await modulesToBuild(dir, modules);
      if (missing.length === 0) return; // the other process did it
      await checkGo(signal, options.env);
      await assertFreeSpace(dir, gigabytes, `to build ${title}`);
      for (const [index, module] of missing.entries()) {
        const label = `${module.title} (${index + 1} of ${missing.length})`;
        report.update(label);
        await buildModule(dir, module, options, {
          update: detail => report.update(`${label}: ${detail}`),
        });
      }
      await removeUnused(cache, key);
    } finally {
      await held.release();
    }
  });
  return dir;
}

/**
 * Builds what is missing or damaged in the cache, or returns at once. Other
 * processes that build the same wait for each other. An interrupted build goes
 * on where it was: finished modules are kept here, compiled packages by Go.
 *
 * @throws DevClusterError `NoGo`, `BuildFailed`, `DiskFull`, `Aborted`
 */
export async function buildBinaries(options: BuildOptions): Promise<Binaries> {
  const { modules, key } = await readRecipes(options.goDir);
  const title = 'the Kubernetes programs';
  return binariesIn(
    await buildAll({ modules, key, title, gigabytes: 3 }, options),
  );
}

/**
 * Builds a program that tests use beside the cluster, in the same manner.
 *
 * @returns its path
 * @throws DevClusterError `NoGo`, `BuildFailed`, `DiskFull`, `Aborted`
 */
export async function buildTool(
  name: ToolName,
  options: BuildOptions,
): Promise<string> {
  const { modules, key } = await readToolRecipe(name, options.goDir);
  const { title } = modules[0];
  const dir = await buildAll({ modules, key, title, gigabytes: 1 }, options);
  return join(binariesIn(dir).binDir, name);
}

/**
 * Folder of the sources that a tool was built from, for the files that it
 * wants beside its program.
 *
 * @throws DevClusterError `ExecFailed`, `Aborted`
 */
export function toolSources(
  name: ToolName,
  signal: AbortSignal,
): Promise<string> {
  return sourcesOf(moduleOf(name), join(GO_DIR, name), signal);
}
