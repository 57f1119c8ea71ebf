import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImageSettings } from './containerfile';
import { Layer } from './layers';
import { packFolder, sha256 } from './tar';

const OCI = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar',
};

/** What an archive holds besides its layers. */
export interface ArchiveContent {
  /** Full name with tag. */
  reference: string;
  /** `amd64`, `arm64`... as Go and OCI name it. */
  architecture: string;
  settings: ImageSettings;
  layers: readonly Layer[];
}

/**
 * Writes an image archive that is docker-archive and OCI layout at once, as
 * `docker save` does since version 25. The same content gives the same bytes.
 *
 * @param folder an empty folder to work in, on the file system of the layers
 * @returns digest of the image's manifest, `sha256:...`
 */
export async function writeArchive(
  content: ArchiveContent,
  folder: string,
  tarPath: string,
  signal?: AbortSignal,
): Promise<string> {
  const blobs = join(folder, 'blobs', 'sha256');
  await mkdir(blobs, { recursive: true });
  const put = async (value: unknown) => {
    const text = JSON.stringify(value);
    const digest = sha256(text);
    await writeFile(join(blobs, digest), text);
    return { digest: `sha256:${digest}`, size: Buffer.byteLength(text) };
  };
  for (const layer of content.layers) {
    const blob = join(blobs, layer.sha256);
    // Two equal layers are one blob.
    await rm(blob, { force: true });
    await link(layer.tarPath, blob);
  }
  const config = await put(configOf(content));
  const manifest = await put({
    schemaVersion: 2,
    mediaType: OCI.manifest,
    config: { mediaType: OCI.config, ...config },
    layers: content.layers.map(layer => ({
      mediaType: OCI.layer,
      digest: `sha256:${layer.sha256}`,
      size: layer.bytes,
    })),
  });
  const files = {
    'oci-layout': { imageLayoutVersion: '1.0.0' },
    'index.json': indexOf(content.reference, manifest),
    'manifest.json': [
      {
        Config: blobPath(config.digest),
        RepoTags: [content.reference],
        Layers: content.layers.map(layer => blobPath(`sha256:${layer.sha256}`)),
      },
    ],
  };
  for (const [name, value] of Object.entries(files)) {
    await writeFile(join(folder, name), JSON.stringify(value));
  }
  await packFolder(folder, tarPath, {
    entries: ['blobs', ...Object.keys(files)],
    // Whatever the umask is.
    mode: 'u=rwX,go=rX',
    signal,
  });
  return manifest.digest;
}

/** OCI image configuration; its fields are spelled with capitals. */
function configOf({ architecture, settings, layers }: ArchiveContent) {
  return {
    created: '1970-01-01T00:00:00Z',
    architecture,
    os: 'linux',
    config: {
      User: settings.user,
      Env: Object.entries(settings.env).map(
        ([name, value]) => `${name}=${value}`,
      ),
      Entrypoint: settings.entrypoint,
      Cmd: settings.cmd,
      WorkingDir: settings.workdir,
      ExposedPorts: Object.fromEntries(settings.ports.map(port => [port, {}])),
      Labels: settings.labels,
    },
    rootfs: {
      type: 'layers',
      diff_ids: layers.map(layer => `sha256:${layer.sha256}`),
    },
  };
}

function indexOf(
  reference: string,
  manifest: { digest: string; size: number },
) {
  return {
    schemaVersion: 2,
    mediaType: OCI.index,
    manifests: [
      {
        mediaType: OCI.manifest,
        ...manifest,
        annotations: {
          'io.containerd.image.name': reference,
          'org.opencontainers.image.ref.name': reference.split(':').at(-1),
        },
      },
    ],
  };
}

function blobPath(digest: string): string {
  return `blobs/${digest.replace(':', '/')}`;
}
