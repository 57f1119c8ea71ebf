import { secretViolations } from './secrets';

const withArgs = (...args: string[]) => ({ spec: { monerod: { args } } });

describe('what looks like a secret', () => {
  it.each([
    ['--rpc-login=me:pass', 'the unrestricted RPC never leaves the pod'],
    ['--rpc-login', 'Leave it out'],
    ['--http-access-token=abc', 'Put it into a Secret'],
    ['--wallet-password=x', 'Put it into a Secret'],
    ['--spend-key=00', 'Put it into a Secret'],
    ['-----BEGIN OPENSSH PRIVATE KEY-----\nabc', 'secretRef of tor and i2p'],
    [`ghp_${'a'.repeat(36)}`, 'Revoke it'],
  ])('is %s', (text, words) => {
    const [violation] = secretViolations(withArgs('--no-igd', text));
    expect(violation.path).toBe('spec.monerod.args[1]');
    expect(violation.message).toContain('looks like a secret');
    expect(violation.message).toContain(words);
    expect(JSON.stringify(violation)).not.toContain('me:pass');
  });

  it('is found in an annotation, too', () => {
    const metadata = { annotations: { note: `glpat-${'a'.repeat(20)}` } };
    expect(secretViolations({ metadata })).toEqual([
      expect.objectContaining({ path: 'metadata.annotations.note' }),
    ]);
  });

  it.each([
    '--out-peers=64',
    '--seed-node=10.0.0.1:18080',
    '--add-exclusive-node=abc:18080',
    `${'4'.repeat(95)}.node-$(id)`,
    'group:default/token-team',
  ])('is not %s', text => {
    expect(secretViolations(withArgs(text))).toEqual([]);
  });
});
