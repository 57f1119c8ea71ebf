import { digestIn, importImages } from './ensureImages';
import { BuiltImage, ImageStore } from './types';

const image = (digest: string): BuiltImage => ({
  reference: 'docker.io/local/app:1',
  digest,
  tarPath: `/archives/${digest}.tar`,
  bytes: 1,
  built: false,
});

/** A store that takes what an archive of {@link image} holds. */
function store(name: string, has?: string) {
  const imported: string[] = [];
  let digest = has;
  const fake: ImageStore = {
    name,
    digestOf: async () => digest,
    async import(tarPath) {
      imported.push(tarPath);
      digest = tarPath.slice('/archives/'.length, -'.tar'.length);
    },
  };
  return { fake, imported };
}

describe('importing', () => {
  it('leaves alone who has it, and serves who lacks it or has an older one', async () => {
    const has = store('node-0', 'sha256:new');
    const lacks = store('node-1');
    const old = store('node-2', 'sha256:old');
    const results = await importImages(
      [image('sha256:new')],
      [has.fake, lacks.fake, old.fake],
    );
    expect(results).toEqual([
      {
        reference: 'docker.io/local/app:1',
        digest: 'sha256:new',
        changed: true,
      },
    ]);
    expect(has.imported).toEqual([]);
    expect(lacks.imported).toEqual(['/archives/sha256:new.tar']);
    expect(old.imported).toEqual(['/archives/sha256:new.tar']);
  });

  it('says that nothing changed when all have it', async () => {
    const [result] = await importImages(
      [image('sha256:new')],
      [store('node-0', 'sha256:new').fake],
    );
    expect(result.changed).toBe(false);
  });

  it('does not believe a store that says yes and keeps the old', async () => {
    const { fake } = store('node-0', 'sha256:old');
    await expect(
      importImages(
        [image('sha256:new')],
        [{ ...fake, import: async () => {} }],
      ),
    ).rejects.toThrow(
      'node-0 has sha256:old for docker.io/local/app:1 after the import, not sha256:new',
    );
  });

  it("reads digests from containerd's table", () => {
    const table = `REF                     TYPE                                       DIGEST        SIZE     PLATFORMS   LABELS
docker.io/local/app:1   application/vnd.oci.image.manifest.v1+json sha256:8aa24a 1.0 KiB  linux/amd64 io.cri-containerd.image=managed
`;
    expect(digestIn(table, 'docker.io/local/app:1')).toBe('sha256:8aa24a');
    expect(digestIn(table, 'docker.io/local/app')).toBeUndefined();
  });
});
