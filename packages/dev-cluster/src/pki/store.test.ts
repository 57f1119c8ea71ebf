import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { ensurePki } from './store';

describe('ensurePki', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'pki-'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('gives the same keys the second time', async () => {
    const first = await ensurePki(dir, 2);
    expect(await ensurePki(dir, 2)).toEqual(first);
  });

  it('adds what a new node needs and keeps the rest', async () => {
    const before = await ensurePki(dir, 1);
    const after = await ensurePki(dir, 2);
    expect(after.certificates).toMatchObject(before.certificates);
    expect(Object.keys(after.certificates)).toContain('node-1');
  });

  it('makes a damaged certificate again, and only that', async () => {
    const before = await ensurePki(dir, 1);
    await writeFile(join(dir, 'admin.crt'), 'not a certificate');
    const after = await ensurePki(dir, 1);
    expect(after.certificates.admin).not.toEqual(before.certificates.admin);
    expect(after.certificates.apiserver).toEqual(before.certificates.apiserver);
    expect(after.ca).toEqual(before.ca);
  });

  it('renews what expires within 30 days', async () => {
    const before = await ensurePki(dir, 1);
    const later = new Date(Date.now() + 340 * 24 * 60 * 60 * 1000);
    const after = await ensurePki(dir, 1, later);
    expect(after.ca).toEqual(before.ca);
    const { validTo } = new X509Certificate(after.certificates.admin.cert);
    expect(Date.parse(validTo)).toBeGreaterThan(later.getTime());
  });

  it('signs everything again when the authority is lost', async () => {
    await ensurePki(dir, 1);
    await rm(join(dir, 'ca.key'));
    const { ca, certificates } = await ensurePki(dir, 1);
    const authority = new X509Certificate(ca.cert);
    for (const { cert } of Object.values(certificates)) {
      expect(new X509Certificate(cert).verify(authority.publicKey)).toBe(true);
    }
  });

  it("keeps keys and tokens from other users' eyes", async () => {
    const { portalToken } = await ensurePki(dir, 1);
    for (const name of ['ca.key', 'admin.key', 'tokens.csv']) {
      expect((await stat(join(dir, name))).mode & 0o777).toBe(0o600); // eslint-disable-line no-bitwise
    }
    expect(await readFile(join(dir, 'tokens.csv'), 'utf8')).toBe(
      `${portalToken},monero-portal,monero-portal\n`,
    );
  });
});
