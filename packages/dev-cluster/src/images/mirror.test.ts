import { findMirror, mirrorIn } from './mirror';

describe('the mirror', () => {
  it('is the archive in the sources, not the security updates nor a vendor', () => {
    const targets = [
      'https://vendor.example/apt/ stable',
      'http://mirror.example/debian-security/ bookworm-security',
      'http://mirror.example/debian/ bookworm-updates',
      'http://mirror.example/debian/ bookworm',
    ].join('\n');
    expect(mirrorIn(targets)).toBe('http://mirror.example/debian');
  });

  it('is missing where no source is Debian', () => {
    expect(mirrorIn('http://archive.example/ubuntu/ noble\n')).toBeUndefined();
    expect(mirrorIn('')).toBeUndefined();
  });

  it('can be given', async () => {
    await expect(
      findMirror({
        MONERO_PORTAL_DEBIAN_MIRROR: 'http://near.example/debian/',
      }),
    ).resolves.toBe('http://near.example/debian');
  });

  it('is refused where it would write other lines into sources.list', async () => {
    await expect(
      findMirror({ MONERO_PORTAL_DEBIAN_MIRROR: 'http://x/ [trusted=yes]' }),
    ).rejects.toThrow('is not an address such as http://HOST/debian');
  });
});
