import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { inClusterNamespace, inClusterTarget } from './inCluster';
import { targetFromKubeconfig } from './kubeconfig';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('targets', () => {
  let folder: string;
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const kubeconfig = (user: object, cluster: object = {}) =>
    file(
      'config',
      stringify({
        'current-context': 'dev',
        contexts: [{ name: 'dev', context: { cluster: 'c', user: 'u' } }],
        clusters: [
          { name: 'c', cluster: { server: 'https://h:6443', ...cluster } },
        ],
        users: [{ name: 'u', user }],
      }),
    );

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'target-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('reads inline certificates', () => {
    const path = kubeconfig(
      {
        'client-certificate-data': base64('CERT'),
        'client-key-data': base64('KEY'),
      },
      { 'certificate-authority-data': base64('CA') },
    );
    expect(targetFromKubeconfig(path)).toEqual({
      server: 'https://h:6443',
      caData: 'CA',
      clientCert: { cert: 'CERT', key: 'KEY' },
      skipTLSVerify: false,
      token: undefined,
    });
  });

  it('reads files named relative to the kubeconfig', () => {
    file('ca.pem', 'CA');
    file('tok', 'T\n');
    const path = kubeconfig(
      { tokenFile: 'tok' },
      { 'certificate-authority': 'ca.pem' },
    );
    expect(targetFromKubeconfig(path)).toMatchObject({
      caData: 'CA',
      token: 'T',
    });
  });

  it('asks the program of an exec user', async () => {
    const credential = JSON.stringify({
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      status: { token: 'from-program' },
    });
    const path = kubeconfig({
      exec: {
        apiVersion: 'client.authentication.k8s.io/v1',
        command: 'echo',
        args: [credential],
      },
    });
    const { token } = targetFromKubeconfig(path);
    expect(typeof token === 'function' && (await token())).toBe('from-program');
  });

  it.each([
    ['a missing file', () => '/nonexistent/config', 'cannot read'],
    ['an empty file', () => file('config', ''), 'is empty'],
    ['something else', () => file('config', '{'), 'not YAML'],
    ['no context', () => file('config', 'a: 1'), 'no current-context'],
    [
      'an unknown context',
      () => file('config', 'current-context: x\ncontexts: [{name: y}]'),
      'no context "x"; there is: y',
    ],
  ])('explains %s', (_, make, message) => {
    expect(() => targetFromKubeconfig(make())).toThrow(message);
  });

  it('uses the mounted service account, reading the token as it is used', async () => {
    file('ca.crt', 'CA');
    file('token', 'first\n');
    file('namespace', 'monero-system');
    const target = inClusterTarget({
      mount: folder,
      env: { KUBERNETES_SERVICE_HOST: 'fd00::1', KUBERNETES_SERVICE_PORT: '1' },
    });
    expect(target).toMatchObject({
      server: 'https://[fd00::1]:1',
      caData: 'CA',
    });
    expect(typeof target.token === 'function' && (await target.token())).toBe(
      'first',
    );
    expect(inClusterNamespace(folder)).toBe('monero-system');
  });

  it('says that this is no pod', () => {
    expect(() => inClusterTarget({ env: {} })).toThrow('not inside a cluster');
    expect(() =>
      inClusterTarget({ mount: folder, env: { KUBERNETES_SERVICE_HOST: 'h' } }),
    ).toThrow('is the service account token mounted?');
  });
});
