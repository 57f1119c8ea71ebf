import { validateManifest } from '@monero-portal/monero-api';
import { violationsOf } from '@monero-portal/plugin-monero-common';
import { parse } from 'yaml';
import { manifestOf } from '../../testing/manifests';
import {
  checkManifest,
  sameManifest,
  withoutProposal,
  withProposal,
} from './manifest';

const ref = {
  kind: 'MoneroNodeSet' as const,
  namespace: 'monero',
  name: 'web',
};

function refusalOf(text: string, old?: string) {
  try {
    checkManifest(text, ref, old);
  } catch (error) {
    return { error, violations: violationsOf(error) };
  }
  throw new Error('the manifest was accepted');
}

const commented = `# agreed with ops
apiVersion: utxo.com.br/v1alpha1
kind: MoneroNodeSet
metadata:
  name: web # the wallets' set
  namespace: monero
spec:
  # see RUNBOOK
  replicas: 3
  network: regtest
`;

describe('checkManifest', () => {
  it('accepts what the form writes', () => {
    expect(() => checkManifest(manifestOf(), ref)).not.toThrow();
  });

  it('uses the words of validateManifest', () => {
    const text = manifestOf({ args: ['--data-dir=/x'], diskSize: '5 GB' });
    const { error, violations } = refusalOf(text);
    expect(violations).toEqual(validateManifest(parse(text)));
    expect(violations.length).toBeGreaterThanOrEqual(2);
    expect(error).toMatchObject({ name: 'InputError' });
    for (const { message } of violations) {
      expect(String(error)).toContain(message);
    }
  });

  it('checks a change against what it replaces', () => {
    const old = manifestOf({ diskSize: '20Gi' });
    const { violations } = refusalOf(manifestOf({ diskSize: '10Gi' }), old);
    expect(violations[0].path).toContain('spec');
    expect(() =>
      checkManifest(manifestOf({ diskSize: '30Gi' }), ref, old),
    ).not.toThrow();
  });

  it.each([
    [
      'another name',
      manifestOf({ name: 'api' }),
      'metadata.name',
      'must be "web", as the proposal says',
    ],
    [
      'another namespace',
      manifestOf({ namespace: 'wallets' }),
      'metadata.namespace',
      'must be "monero", as the proposal says',
    ],
    [
      'no namespace',
      commented.replace('  namespace: monero\n', ''),
      'metadata.namespace',
      'must be "monero", as the proposal says',
    ],
    [
      'another kind',
      commented.replace('MoneroNodeSet', 'Secret'),
      'kind',
      'must be "MoneroNodeSet", as the proposal says',
    ],
    [
      'two documents',
      `${commented}---\n${commented}`,
      '',
      'must hold exactly one YAML document, not several',
    ],
    ['a list', '- a\n', '', 'must be a YAML mapping'],
    ['a text', 'hello', '', 'must be a YAML mapping'],
    [
      'no YAML',
      'a: [1\nb: 2',
      '',
      expect.stringMatching(/^is not YAML \(line 2, column \d+\): /),
    ],
    [
      'a key twice',
      `${commented}kind: Secret\n`,
      '',
      expect.stringMatching(/^is not YAML .*unique/),
    ],
    ['deep nesting', '['.repeat(60_000), '', expect.any(String)],
  ])('refuses %s', (_, text, path, message) => {
    expect(refusalOf(text).violations[0]).toMatchObject({ path, message });
  });

  it('refuses aliases that multiply', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((key, i) => {
        const last = 'abcdefgh'[i];
        return `${key}: &${key} [${Array(9).fill(`*${last}`).join(',')}]`;
      })
      .join('\n')}\n${commented}`;
    expect(refusalOf(bomb).error).toMatchObject({ name: 'InputError' });
  });
});

describe('the proposal annotation', () => {
  it('is set as a text, and comments and order stay', () => {
    const text = withProposal(commented, 12);
    expect(text).toBe(
      commented.replace(
        '  namespace: monero\n',
        '  namespace: monero\n  annotations:\n    utxo.com.br/proposal: "12"\n',
      ),
    );
    expect(withProposal(text, 13)).toContain('utxo.com.br/proposal: "13"');
    expect(withoutProposal(text)).toBe(commented);
  });

  it('leaves other annotations alone', () => {
    const text = withProposal(manifestOf({ owner: 'group:default/a' }), 3);
    expect(parse(withoutProposal(text)).metadata.annotations).toEqual({
      'utxo.com.br/owner': 'group:default/a',
    });
  });
});

describe('sameManifest', () => {
  it('looks beyond the annotation, but not beyond comments', () => {
    expect(sameManifest(withProposal(commented, 1), commented)).toBe(true);
    expect(
      sameManifest(commented.replace('# see RUNBOOK', '#'), commented),
    ).toBe(false);
    expect(sameManifest('a: [', commented)).toBe(false);
  });
});
