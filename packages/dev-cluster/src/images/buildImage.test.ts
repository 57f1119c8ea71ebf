/* eslint jest/no-standalone-expect: [error, { additionalTestBlockFunctions: [itWithDpkg] }] */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  appendFile,
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildImage } from './buildImage';
import { createLayerStore } from './layers';

const itWithDpkg = existsSync('/usr/bin/dpkg-deb') ? it : it.skip;

describe('an image', () => {
  let scratch: string;
  let context: string;
  let umask: number;
  const containerfile = (text: string) =>
    writeFile(join(context, 'Containerfile'), text);

  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'image-'));
    context = join(scratch, 'app');
    await mkdir(join(context, 'dist/lib'), { recursive: true });
    await writeFile(join(context, 'dist/main.cjs'), 'hello\n');
    await writeFile(join(context, 'dist/lib/part.cjs'), 'part\n');
    await containerfile(`FROM scratch
COPY dist /app
COPY --chmod=0755 dist/main.cjs /usr/bin/
ENV A=1
USER 65532:65532
WORKDIR /data
ENTRYPOINT ["/usr/bin/main.cjs"]
`);
    umask = process.umask();
  });
  afterEach(async () => {
    process.umask(umask);
    await rm(scratch, { recursive: true });
  });

  /** Builds in a cache of the given name; every call is a build of its own. */
  async function build(
    cache = 'cache',
    debs: (names: readonly string[]) => string[] = () => [],
  ) {
    await mkdir(join(scratch, cache), { recursive: true });
    const work = await mkdtemp(join(scratch, cache, 'work-'));
    return buildImage(
      {
        reference: 'docker.io/local/app:1',
        containerfile: join(context, 'Containerfile'),
      },
      join(scratch, cache, 'archives'),
      {
        layers: createLayerStore(join(scratch, cache, 'layers'), work),
        packages: () => ({ download: async names => debs(names) }),
        node: { path: process.execPath, version: process.version },
        architecture: 'amd64',
        work,
        progress: () => {},
      },
    );
  }

  const inArchive = (tarPath: string, name: string) =>
    execFileSync('tar', ['-xOf', tarPath, name]);

  function layersOf(tarPath: string): Buffer[] {
    const [{ Layers }] = JSON.parse(
      inArchive(tarPath, 'manifest.json').toString(),
    );
    return Layers.map((name: string) => inArchive(tarPath, name));
  }

  const list = (layer: Buffer) =>
    execFileSync('tar', ['-tv', '--numeric-owner'], { input: layer })
      .toString()
      .trim()
      .split('\n')
      .map(line => line.replace(/ +\d+ 1970-01-01 \d\d:\d\d /, ' '));

  it('holds what was copied, as root of 1970 and readable for all', async () => {
    process.umask(0o077);
    await chmod(join(context, 'dist/lib/part.cjs'), 0o600);
    const { tarPath } = await build();
    expect(layersOf(tarPath).map(list)).toEqual([
      [
        'drwxr-xr-x 0/0 ./',
        'drwxr-xr-x 0/0 ./app/',
        'drwxr-xr-x 0/0 ./app/lib/',
        '-rw-r--r-- 0/0 ./app/lib/part.cjs',
        '-rw-r--r-- 0/0 ./app/main.cjs',
        'drwxr-xr-x 0/0 ./data/',
        'drwxr-xr-x 0/0 ./usr/',
        'drwxr-xr-x 0/0 ./usr/bin/',
        '-rwxr-xr-x 0/0 ./usr/bin/main.cjs',
      ],
    ]);
  });

  it('is a docker archive and an OCI layout that agree', async () => {
    const { tarPath, digest } = await build();
    const json = (name: string) =>
      JSON.parse(inArchive(tarPath, name).toString());
    const blob = (of: string) => `blobs/${of.replace(':', '/')}`;
    const hash = (content: Buffer) =>
      `sha256:${createHash('sha256').update(content).digest('hex')}`;

    const [docker] = json('manifest.json');
    const [described] = json('index.json').manifests;
    const manifest = json(blob(digest));
    const config = json(docker.Config);
    const [layer] = layersOf(tarPath);

    expect(docker.RepoTags).toEqual(['docker.io/local/app:1']);
    expect(described.annotations['io.containerd.image.name']).toBe(
      'docker.io/local/app:1',
    );
    expect(described.digest).toBe(digest);
    expect(hash(inArchive(tarPath, blob(digest)))).toBe(digest);
    expect(blob(manifest.config.digest)).toBe(docker.Config);
    expect(manifest.layers).toEqual([
      expect.objectContaining({ digest: hash(layer), size: layer.length }),
    ]);
    expect(config).toMatchObject({
      architecture: 'amd64',
      os: 'linux',
      config: {
        User: '65532:65532',
        Env: ['A=1'],
        Entrypoint: ['/usr/bin/main.cjs'],
        WorkingDir: '/data',
      },
      rootfs: { type: 'layers', diff_ids: [hash(layer)] },
    });
  });

  it('has the same bytes whoever builds it where', async () => {
    const first = await build('first');
    process.umask(0o077);
    const second = await build('second');
    expect(second.digest).toBe(first.digest);
    expect(await readFile(second.tarPath)).toEqual(
      await readFile(first.tarPath),
    );
  });

  it('comes from the cache until something that goes into it changes', async () => {
    const first = await build();
    expect(await build()).toEqual({ ...first, built: false });

    await writeFile(join(context, 'unrelated'), 'x');
    expect(await build()).toMatchObject({ built: false });

    await appendFile(join(context, 'dist/main.cjs'), 'more\n');
    const second = await build();
    expect(second.built).toBe(true);
    expect(second.digest).not.toBe(first.digest);
  });

  it('is made again when its file is damaged', async () => {
    const first = await build();
    await truncate(first.tarPath, 1000);
    expect(await build()).toEqual(first);
    await rm(first.tarPath);
    expect(await build()).toEqual(first);
  });

  it.each([
    ['COPY missing /app', ':2: COPY: missing does not exist in'],
    ['COPY ../secret /app', ':2: COPY: ../secret leads out of'],
    ['COPY link /app', ':2: COPY: link leads out of'],
    ['RUN apt-get install -y --no-install-recommends a', 'FROM scratch'],
  ])('%s is refused', async (line, message) => {
    await writeFile(join(scratch, 'secret'), 'secret');
    await symlink(join(scratch, 'secret'), join(context, 'link'));
    await containerfile(`FROM scratch\n${line}\n`);
    await expect(build()).rejects.toMatchObject({
      code: 'Containerfile',
      message: expect.stringContaining(message),
    });
  });

  it('says which Containerfile is missing', async () => {
    await rm(join(context, 'Containerfile'));
    await expect(build()).rejects.toThrow('app/Containerfile is missing');
  });

  itWithDpkg('is built up from packages, each in one layer', async () => {
    const deb = async (name: string, files: Record<string, string>) => {
      const root = join(scratch, name);
      for (const [path, text] of Object.entries(files)) {
        await mkdir(join(root, path, '..'), { recursive: true });
        await writeFile(join(root, path), text);
      }
      await mkdir(join(root, 'DEBIAN'), { recursive: true });
      await writeFile(
        join(root, 'DEBIAN/control'),
        `Package: ${name}\nVersion: 1\nArchitecture: all\nMaintainer: x <x@x>\nDescription: x\n`,
      );
      const file = join(scratch, `${name}_1_all.deb`);
      execFileSync('dpkg-deb', ['--root-owner-group', '--build', root, file]);
      return file;
    };
    const base = await deb('base', {
      'bin/sh': 'shell',
      'usr/share/doc/base/copyright': 'words',
      'usr/share/base-passwd/passwd.master': 'root:*:0:0\n',
      'etc/keep': '',
    });
    const tool = await deb('tool', {
      'lib/libtool.so': 'library',
      'usr/bin/tool': '',
      'usr/bin/tool-extra': '',
      'usr/share/ca-certificates/mozilla/B.crt': 'B\n\n',
      'usr/share/ca-certificates/mozilla/A.crt': 'A',
    });
    await containerfile(`FROM debian:trixie-slim
RUN apt-get install -y --no-install-recommends tool && rm -rf /usr/bin/tool-*
COPY dist/main.cjs /bin/
`);
    const asked: (readonly string[])[] = [];
    const { tarPath } = await build('cache', names => {
      asked.push(names);
      return names.includes('tool') ? [base, tool] : [base];
    });

    const layers = layersOf(tarPath);
    const names = layers.map(layer =>
      list(layer)
        .map(line => line.split(' 0/0 ./')[1])
        .filter(name => !/^$|\/$/.test(name)),
    );
    expect(names[0]).toEqual([
      'bin -> usr/bin',
      'etc/keep',
      'etc/passwd',
      'lib -> usr/lib',
      'lib64 -> usr/lib64',
      'sbin -> usr/sbin',
      'usr/bin/sh',
      'usr/share/base-passwd/passwd.master',
    ]);
    // Without what the layer below has, and without what RUN removes.
    expect(names[1]).toEqual([
      'bin -> usr/bin',
      'etc/ssl/certs/ca-certificates.crt',
      'lib -> usr/lib',
      'lib64 -> usr/lib64',
      'sbin -> usr/sbin',
      'usr/bin/tool',
      'usr/lib/libtool.so',
      'usr/share/ca-certificates/mozilla/A.crt',
      'usr/share/ca-certificates/mozilla/B.crt',
    ]);
    expect(names[2]).toEqual(['usr/bin/main.cjs']);
    expect(
      execFileSync('tar', ['-xO', './etc/ssl/certs/ca-certificates.crt'], {
        input: layers[1],
      }).toString(),
    ).toBe('A\nB\n');
    expect(asked[1]).toEqual(expect.arrayContaining(['base-files', 'tool']));

    // Another COPY leaves the slow layers alone.
    await appendFile(join(context, 'dist/main.cjs'), 'more\n');
    await build('cache', () => {
      throw new Error('not asked again');
    });
  });
});
