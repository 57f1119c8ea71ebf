import fc from 'fast-check';
import { parse } from 'yaml';
import { withoutResource, withResource } from './kustomization';

const HEAD = `# What is applied here.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
`;

describe('a file is put into a kustomization', () => {
  it.each([
    [
      'behind the last',
      'resources:\n  - a.yaml # first\n',
      'resources:\n  - a.yaml # first\n  - m.yaml\n',
    ],
    [
      'in its place in a sorted list',
      'resources:\n- a.yaml\n# the others\n- z.yaml\n',
      'resources:\n- a.yaml\n# the others\n- m.yaml\n- z.yaml\n',
    ],
    [
      'at the end of a list in an order of its own',
      'resources:\n  - z.yaml\n  - a.yaml\n',
      'resources:\n  - z.yaml\n  - a.yaml\n  - m.yaml\n',
    ],
    [
      'and not a second time',
      'resources:\n  - ./m.yaml\n',
      'resources:\n  - ./m.yaml\n',
    ],
    [
      'before what follows the list',
      'resources:\n  - a.yaml\n\nnamespace: monero\n',
      'resources:\n  - a.yaml\n  - m.yaml\n\nnamespace: monero\n',
    ],
    [
      'where the last line is not ended',
      'resources:\n  - a.yaml',
      'resources:\n  - a.yaml\n  - m.yaml\n',
    ],
    [
      'where there is no list yet',
      'namespace: monero\n',
      'namespace: monero\nresources:\n  - m.yaml\n',
    ],
    ['where the list is empty', 'resources: []\n', 'resources:\n  - m.yaml\n'],
    [
      'where the list has no value',
      'resources:\nnamespace: monero\n',
      'resources:\n  - m.yaml\nnamespace: monero\n',
    ],
    [
      'in a list on one line',
      'resources: [a.yaml] # short\n',
      'resources:\n  - a.yaml\n  - m.yaml\n',
    ],
    [
      'with the line breaks of the file',
      'resources:\r\n  - a.yaml\r\n',
      'resources:\r\n  - a.yaml\r\n  - m.yaml\r\n',
    ],
  ])('%s', (_, before, after) => {
    expect(withResource(HEAD + before, 'm.yaml')).toBe(HEAD + after);
  });

  it('of which there is nothing yet', () => {
    expect(withResource('', 'm.yaml')).toBe('resources:\n  - m.yaml\n');
  });
});

describe('a file is taken out of a kustomization', () => {
  it.each([
    [
      'and the others stay',
      'resources:\n  - a.yaml # first\n  - m.yaml\n  - z.yaml\n',
      'resources:\n  - a.yaml # first\n  - z.yaml\n',
    ],
    [
      'written as a path',
      'resources:\n  - a.yaml\n  - ./m.yaml\n',
      'resources:\n  - a.yaml\n',
    ],
    [
      'with comments kept',
      'resources:\n  # ours\n  - m.yaml\n',
      'resources: []\n  # ours\n',
    ],
    [
      'in quotes',
      `resources:\n  - "m.yaml"\n  - b.yaml\n`,
      `resources:\n  - b.yaml\n`,
    ],
    ['where it is not', 'resources:\n  - a.yaml\n', 'resources:\n  - a.yaml\n'],
    [
      'from a list on one line',
      'resources: [a.yaml, m.yaml]\n',
      'resources:\n  - a.yaml\n',
    ],
    ['where nothing is listed', 'namespace: monero\n', 'namespace: monero\n'],
  ])('%s', (_, before, after) => {
    expect(withoutResource(HEAD + before, 'm.yaml')).toBe(HEAD + after);
  });
});

describe('what is no kustomization', () => {
  it.each([
    ['resources: {a: b', 'is no YAML: '],
    ['- a.yaml\n', 'is no kustomization'],
    ['resources: a.yaml\n', 'has resources that are no list of names'],
    ['resources: [{a: b}]\n', 'has resources that are no list of names'],
  ])('is refused: %j', (text, message) => {
    expect(() => withResource(text, 'm.yaml')).toThrow(message);
    expect(() => withoutResource(text, 'm.yaml')).toThrow(message);
  });
});

it('lists exactly what was put in and not taken out, in any order of both', () => {
  const name = fc.stringMatching(/^[a-z]([a-z0-9-]{0,6}[a-z0-9])?$/);
  const step = fc.record({ add: fc.boolean(), name });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), steps => {
      const wanted = new Set<string>();
      let text = HEAD;
      for (const { add, name: file } of steps.map(s => ({
        ...s,
        name: `${s.name}.yaml`,
      }))) {
        text = (add ? withResource : withoutResource)(text, file);
        if (add) wanted.add(file);
        else wanted.delete(file);
      }
      expect(text.startsWith(HEAD)).toBe(true);
      expect((parse(text).resources ?? []).sort()).toEqual([...wanted].sort());
    }),
  );
});
