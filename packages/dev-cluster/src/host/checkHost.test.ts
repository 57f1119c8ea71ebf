import { checkHost, type Host } from './checkHost';

const host = (changes: Partial<Host> = {}): Host => ({
  platform: 'linux',
  uid: 0,
  path: '/usr/bin',
  isExecutable: async () => true,
  ...changes,
});

const without = (...missing: string[]) =>
  host({
    isExecutable: async path =>
      !missing.some(name => path.endsWith(`/${name}`)),
  });

describe('checkHost', () => {
  it('accepts a machine with everything', async () => {
    await expect(checkHost(host())).resolves.toBeUndefined();
  });

  it.each<[string, Host, string, RegExp]>([
    [
      'macOS',
      host({ platform: 'darwin' }),
      'NotLinux',
      /needs Linux; this is darwin/,
    ],
    ['a user', host({ uid: 1000 }), 'NotRoot', /Start it with sudo/],
    [
      'missing programs',
      without('runc', 'ptp'),
      'MissingPackage',
      /apt-get install --yes containernetworking-plugins runc$/,
    ],
  ])('says what to do: %s', async (_, machine, code, message) => {
    await expect(checkHost(machine)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  it("finds what Debian keeps off a user's PATH", async () => {
    const sbinOnly = host({
      isExecutable: async path =>
        path.startsWith('/usr/sbin/') || path.startsWith('/usr/lib/cni/'),
    });
    await expect(checkHost(sbinOnly)).resolves.toBeUndefined();
  });
});
