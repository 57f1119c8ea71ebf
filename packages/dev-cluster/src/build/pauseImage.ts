import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PAUSE_IMAGE } from '../config/nodeFiles';
import { run } from '../sandbox/exec';

const ARCHITECTURES: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };

/** A tar file with nothing of the machine in it: the same input, the same bytes. */
function tar(file: string, dir: string, names: string[]) {
  const fixed = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0'];
  return run({
    file: 'tar',
    args: ['--create', '--file', file, ...fixed, '--directory', dir, ...names],
    label: 'tar',
  });
}

/** Makes a docker-archive of an image with one program, `/pause`. */
export async function assemblePauseImage(
  pauseBinary: string,
  target: string,
  workDir: string,
): Promise<void> {
  await mkdir(join(workDir, 'root'), { recursive: true });
  try {
    await copyFile(pauseBinary, join(workDir, 'root', 'pause'));
    const layer = join(workDir, 'layer.tar');
    await tar(layer, join(workDir, 'root'), ['pause']);
    const digest = createHash('sha256').update(await readFile(layer));
    const config = {
      architecture: ARCHITECTURES[process.arch] ?? process.arch,
      os: 'linux',
      config: { Entrypoint: ['/pause'], User: '65535:65535' },
      rootfs: { type: 'layers', diff_ids: [`sha256:${digest.digest('hex')}`] },
    };
    const manifest = [
      { Config: 'config.json', RepoTags: [PAUSE_IMAGE], Layers: ['layer.tar'] },
    ];
    await writeFile(join(workDir, 'config.json'), JSON.stringify(config));
    await writeFile(join(workDir, 'manifest.json'), JSON.stringify(manifest));
    await tar(target, workDir, ['config.json', 'layer.tar', 'manifest.json']);
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
