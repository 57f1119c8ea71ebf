import {
  aMergedProposal,
  aProposal,
  CHANGE_DIFF,
  NEW_DIFF,
} from '../__testUtils__/fixtures';
import { checksOf } from './checks';

function words(proposal: Parameters<typeof checksOf>[0]) {
  return checksOf(proposal).map(check => `${check.tone}: ${check.word}`);
}

describe('checksOf', () => {
  it('says of a new node set that it is good to merge', () => {
    expect(words(aProposal())).toEqual([
      'good: Merges into main',
      'good: Schema and rules',
      'good: No data is removed',
      'busy: Starts 2 nodes',
    ]);
  });

  it('names the conflict', () => {
    expect(
      checksOf(aProposal({ state: 'conflict', conflict: 'main changed it.' })),
    ).toContainEqual({
      tone: 'bad',
      word: 'Conflicts with main',
      detail: 'main changed it.',
    });
  });

  it('says which rule a new file breaks, in the words of the API server', () => {
    const diff = `${NEW_DIFF}+  monerod:\n+    args: [--data-dir=/x]\n`;
    expect(checksOf(aProposal({ diff }))).toContainEqual({
      tone: 'bad',
      word: 'Breaks a rule',
      detail: expect.stringContaining('--data-dir is set by the operator'),
    });
  });

  it('says that a new file is no YAML', () => {
    const diff = '@@ -0,0 +1,1 @@\n+{{';
    expect(words(aProposal({ diff }))).toContain('bad: Breaks a rule');
  });

  it('warns of volumes that go with their nodes', () => {
    const diff = `${NEW_DIFF}+  volumeRetention: Delete\n`;
    expect(words(aProposal({ diff }))).toContain(
      'warn: Volumes go with their nodes',
    );
  });

  it.each([
    ['2', '3', ['good: No data is removed', 'busy: Starts 1 node more']],
    ['5', '3', ['busy: Volumes are kept by default', 'busy: Stops 2 nodes']],
  ])('counts what a change from %s to %s does', (before, after, expected) => {
    const diff = CHANGE_DIFF.replace(
      '-  replicas: 2',
      `-  replicas: ${before}`,
    ).replace('+  replicas: 3', `+  replicas: ${after}`);
    expect(words(aMergedProposal({ diff }))).toEqual(expected);
  });
});
