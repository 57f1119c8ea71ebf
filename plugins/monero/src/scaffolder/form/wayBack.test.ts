import { aGitManifest, aMergedProposal } from '../../__testUtils__';
import { wayBackOf } from './wayBack';

const { manifest, blob } = aGitManifest();

/** A change of one place in the manifest of the fixtures. */
function changed(before: string, after: string) {
  const lines = (text: string, sign: string) =>
    text.split('\n').map(line => `${sign}${line}`);
  expect(manifest).toContain(after);
  return aMergedProposal({
    diff: ['@@ -1,9 +1,9 @@', ...lines(before, '-'), ...lines(after, '+')].join(
      '\n',
    ),
  });
}

describe('wayBackOf', () => {
  it('opens the form of changes with what the file said before', () => {
    const way = wayBackOf(
      changed(
        '  replicas: 5 # see the runbook',
        '  replicas: 2 # see the runbook',
      ),
      { manifest, blob },
    );
    expect(way).toMatchObject({
      template: 'monero-node-set-change',
      formData: {
        replicas: 5,
        args: ['--out-peers=64'],
        diskSize: '100Gi',
        object: { name: 'wallet-eu', cluster: 'dev', blob },
      },
    });
  });

  it('empties what the change had brought, and keeps what came elsewhere since', () => {
    const way = wayBackOf(
      changed(
        '  network: stagenet',
        "  network: stagenet\n  monerod:\n    args:\n      - '--out-peers=64'",
      ),
      { manifest: manifest.replace('100Gi', '200Gi'), blob },
    );
    expect(way).toMatchObject({ formData: { replicas: 2, diskSize: '200Gi' } });
    expect(way).not.toHaveProperty('formData.args');
  });

  it('does not mind the number that each proposal leaves in the file', () => {
    const numbered = (id: number, replicas: number) =>
      manifest
        .replace(
          'metadata:',
          `metadata:\n  annotations:\n    utxo.com.br/proposal: "${id}"`,
        )
        .replace('replicas: 2', `replicas: ${replicas}`);
    const diff = [
      '@@ -4,9 +4,9 @@',
      ' metadata:',
      '   annotations:',
      '-    utxo.com.br/proposal: "41"',
      '+    utxo.com.br/proposal: "42"',
      '   name: wallet-eu',
      '   namespace: wallets',
      ' spec:',
      '-  replicas: 2 # see the runbook',
      '+  replicas: 3 # see the runbook',
      '   network: stagenet',
    ].join('\n');
    const later = numbered(57, 3).replace('100Gi', '200Gi');
    expect(
      wayBackOf(aMergedProposal({ diff }), { manifest: later, blob }),
    ).toMatchObject({ formData: { replicas: 2, diskSize: '200Gi' } });
    // The first proposal by form brings the annotation along.
    const brought = diff
      .replace('   annotations', '+  annotations')
      .replace(/- {4}utxo.*\n/, '');
    expect(
      wayBackOf(aMergedProposal({ diff: brought }), { manifest: later, blob }),
    ).toMatchObject({ formData: { replicas: 2 } });
  });

  it('opens the form of Tor and I2P for those', () => {
    const now = `${manifest}  tor:\n    enabled: true\n`;
    const proposal = aMergedProposal({
      diff: '@@ -12,1 +12,3 @@\n   diskSize: 100Gi\n+  tor:\n+    enabled: true',
    });
    expect(wayBackOf(proposal, { manifest: now, blob })).toMatchObject({
      template: 'monero-anonymity',
      formData: { tor: false },
    });
  });

  it.each([
    [
      'lines that are others now',
      aMergedProposal({ diff: '@@ -8 +8 @@\n-  replicas: 3\n+  replicas: 4' }),
      /main has changed the same lines since.*Change wallet-eu from its page/,
    ],
    [
      'what no form changes',
      changed('  network: testnet', '  network: stagenet'),
      /No form can take all of it back.*clusters\/dev\/wallets\/wallet-eu\.yaml/,
    ],
    [
      'more than a form changes',
      changed(
        '  replicas: 3 # see the runbook\n  network: testnet',
        '  replicas: 2 # see the runbook\n  network: stagenet',
      ),
      /No form can take all of it back/,
    ],
  ])('refuses %s', (_, proposal, reason) => {
    expect(wayBackOf(proposal, { manifest, blob })).toEqual({
      reason: expect.stringMatching(reason),
    });
  });
});
