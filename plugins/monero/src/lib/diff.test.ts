import { CHANGE_DIFF, NEW_DIFF } from '../__testUtils__/fixtures';
import { addedFileOf, parseDiff } from './diff';

describe('parseDiff', () => {
  it('reads lines with their signs and numbers', () => {
    expect(parseDiff(CHANGE_DIFF)).toEqual([
      { kind: 'gap', text: '' },
      { kind: 'same', text: '  namespace: wallets', before: 5, after: 5 },
      { kind: 'same', text: 'spec:', before: 6, after: 6 },
      { kind: 'removed', text: '  replicas: 2', before: 7 },
      { kind: 'added', text: '  replicas: 3', after: 7 },
      {
        kind: 'same',
        text: '  # agreed with ops, see RUNBOOK',
        before: 8,
        after: 8,
      },
      { kind: 'same', text: '  hardAntiAffinity: true', before: 9, after: 9 },
      { kind: 'same', text: '  monerod:', before: 10, after: 10 },
      {
        kind: 'removed',
        text: '    image: registry.acme.example/monerod:v0.18.3.4',
        before: 11,
      },
      {
        kind: 'added',
        text: '    image: registry.acme.example/monerod:v0.18.4.0',
        after: 11,
      },
      { kind: 'same', text: '    args:', before: 12, after: 12 },
      { kind: 'same', text: '      - --public-node', before: 13, after: 13 },
    ]);
  });

  it('takes lines that look like headers for content inside a hunk', () => {
    const diff = '--- a/x\n+++ b/x\n@@ -1,1 +1,1 @@\n---- old\n++++ new\n';
    expect(parseDiff(diff)).toEqual([
      { kind: 'removed', text: '--- old', before: 1 },
      { kind: 'added', text: '+++ new', after: 1 },
    ]);
  });

  it.each(['', 'Binary files differ', '@@ broken @@\n+x'])(
    'finds no lines in %j',
    diff => {
      expect(parseDiff(diff)).toEqual([]);
    },
  );
});

describe('addedFileOf', () => {
  it('is the file that a diff adds', () => {
    expect(addedFileOf(NEW_DIFF)).toMatch(
      /^apiVersion: utxo\.com\.br\/v1alpha1\n[^]*network: regtest$/,
    );
  });

  it('is undefined for a change of a file', () => {
    expect(addedFileOf(CHANGE_DIFF)).toBeUndefined();
  });
});
