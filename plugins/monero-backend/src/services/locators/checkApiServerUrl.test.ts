import { checkApiServerUrl } from './checkApiServerUrl';

const NAMES: Record<string, string[]> = {
  'eks.example.com': ['52.95.1.1'],
  'metadata.example.com': ['52.95.1.1', '169.254.169.254'],
  'inner.example.com': ['10.0.0.7'],
};
const lookup = async (host: string) => NAMES[host] ?? [];
const check = (url: string, allowed: string[] = []) =>
  checkApiServerUrl(url, allowed, lookup);

describe('checkApiServerUrl', () => {
  it.each([
    ['https://eks.example.com'],
    ['https://eks.example.com:6443/path'],
    ['https://52.95.1.1:6443'],
    ['https://[2a00:1450::1]:6443'],
  ])('lets %s pass', async url => {
    await expect(check(url)).resolves.toBeUndefined();
  });

  it.each([
    ['nonsense', 'is not an http(s) address'],
    ['file:///etc/passwd', 'is not an http(s) address'],
    ['https://user:pw@eks.example.com', 'has a user or a password'],
    ['http://eks.example.com', 'is not an https address'],
    ['https://127.0.0.1:6443', 'is at 127.0.0.1, which is no public address'],
    ['https://169.254.169.254', 'no public address'],
    ['https://[::1]:6443', 'is at ::1'],
    ['https://[::ffff:10.0.0.1]', 'no public address'],
    ['https://2130706433', 'is at 127.0.0.1'],
    ['https://inner.example.com', 'is at 10.0.0.7'],
    ['https://metadata.example.com', 'is at 169.254.169.254'],
  ])('refuses %s', async (url, message) => {
    await expect(check(url)).rejects.toThrow(message);
  });

  it.each([
    ['https://inner.example.com', 'inner.example.com'],
    ['http://INNER.example.com', '*.example.com'],
    ['https://10.0.0.7', '10.0.0.7'],
  ])('lets %s pass where %s is allowed', async (url, allowed) => {
    await expect(check(url, [allowed])).resolves.toBeUndefined();
  });

  it('takes no pattern for more than it says', async () => {
    await expect(
      check('http://evilexample.com', ['*.example.com']),
    ).rejects.toThrow('not an https address');
  });
});
