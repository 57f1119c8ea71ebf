import fc from 'fast-check';
import { parse } from 'yaml';
import { editManifest, type ManifestChange } from './editManifest';

const FILE = `# Wallets of the European shop.
apiVersion: utxo.com.br/v1alpha1
kind: MoneroNodeSet
metadata:
    name:   "wallet-eu"   # odd, but theirs
    namespace: wallets
spec:
    # one can fail while another is updated
    replicas: 2   # see the runbook
    monerod:
        args:
        # wallets need room
        - '--out-peers=64'  # not more
        - "--public-node"

    futureField: {a: 1,   b: [x,y]}
`;

const set = (path: string, value: unknown): ManifestChange => ({
  path: path.split('.'),
  value,
});

describe('editManifest', () => {
  it.each<[string, ManifestChange, string, string]>([
    [
      'a number, with its comment',
      set('spec.replicas', 3),
      'replicas: 2   #',
      'replicas: 3   #',
    ],
    ['a text in its quotes', set('metadata.name', 'b'), '"wallet-eu"', '"b"'],
    [
      'a new field where the reference has it',
      set('spec.hardAntiAffinity', true),
      'runbook\n',
      'runbook\n    hardAntiAffinity: true\n',
    ],
    [
      'a new field inside another',
      set('spec.monerod.image', 'x/y:1'),
      '        args:\n',
      '        image: x/y:1\n        args:\n',
    ],
    [
      'a new mapping',
      set('metadata.annotations.a', '1'),
      'namespace: wallets\n',
      'namespace: wallets\n    annotations:\n      a: "1"\n',
    ],
    [
      'a new argument',
      set('spec.monerod.args', ['--out-peers=64', '--public-node', '--no-igd']),
      '"--public-node"\n',
      '"--public-node"\n        - \'--no-igd\'\n',
    ],
    [
      'one argument fewer',
      set('spec.monerod.args', ['--out-peers=64']),
      '        - "--public-node"\n',
      '',
    ],
    [
      'one argument for another',
      set('spec.monerod.args', ['--out-peers=8', '--public-node']),
      "        - '--out-peers=64'  # not more\n",
      "        - '--out-peers=8'\n",
    ],
    [
      'no arguments',
      set('spec.monerod.args', undefined),
      FILE.slice(FILE.indexOf('    monerod'), FILE.indexOf('\n    future')),
      '',
    ],
    ['a field in braces', set('spec.futureField.a', 2), '{a: 1,', '{a: 2,'],
    [
      'a new field in braces',
      set('spec.futureField.c', 'z'),
      '[x,y]}',
      '[x,y], c: z}',
    ],
    [
      'a list in brackets',
      set('spec.futureField.b', ['x', 'z']),
      '[x,y]',
      '[x, z]',
    ],
    [
      'no field in braces',
      set('spec.futureField.a', undefined),
      'a: 1,   b',
      'b',
    ],
  ])('changes %s and nothing else', (_, change, from, to) => {
    expect(FILE).toContain(from);
    expect(editManifest(FILE, [change])).toBe(FILE.replace(from, to));
  });

  it.each([
    ['nothing', []],
    [
      'what is there already',
      [
        set('spec.replicas', 2),
        set('spec.futureField', { a: 1, b: ['x', 'y'] }),
      ],
    ],
    [
      'what is not there',
      [set('spec.tor', undefined), set('status.x.y', undefined)],
    ],
  ])('returns the same bytes for %s', (_, changes) => {
    expect(editManifest(FILE, changes)).toBe(FILE);
  });

  it('keeps the line ends of Windows, and a last line without an end', () => {
    expect(
      editManifest('kind: A\r\nspec:\r\n  replicas: 1', [
        set('spec.paused', true),
      ]),
    ).toBe('kind: A\r\nspec:\r\n  replicas: 1\r\n  paused: true');
  });

  it('puts a first field above the comment of the one that was first', () => {
    expect(
      editManifest('spec:\n  # big\n  diskSize: 1Gi\n', [
        set('spec.replicas', 2),
      ]),
    ).toBe('spec:\n  replicas: 2\n  # big\n  diskSize: 1Gi\n');
  });

  it.each([
    [
      'several documents',
      `${FILE}---\n${FILE}`,
      /holds several YAML documents/,
    ],
    ['nothing', '# nothing\n', /holds no YAML/],
    ['no YAML', 'a: [', /is not YAML/],
    [
      'what an alias repeats',
      'spec:\n  replicas: &n 2\n  other: *n\n',
      /spec\.replicas is repeated elsewhere in the file as \*n/,
    ],
    [
      'a repetition',
      'x: &s {replicas: 2}\nspec: *s\n',
      /spec is a repetition \(\*s\)/,
    ],
  ])('refuses %s with what to do', (_, text, message) => {
    expect(() => editManifest(text, [set('spec.replicas', 3)])).toThrow(
      message,
    );
  });

  it('changes beside anchors, and keeps one that nothing repeats', () => {
    expect(
      editManifest('spec:\n  replicas: &n 2\n  a: &m 1\n  b: *m\n', [
        set('spec.replicas', 3),
      ]),
    ).toBe('spec:\n  replicas: &n 3\n  a: &m 1\n  b: *m\n');
  });

  it.each([
    'spec:\n  args:\n',
    'spec:\n  args: []\n',
    'spec:\n  args: ~ # none\n',
    'spec: {}\n',
    'spec:\n',
    'kind: A\n',
    '{}\n',
    'spec: {args: }\n',
  ])('fills in what is empty: %j', text => {
    const edited = editManifest(text, [set('spec.args', ['a', 'b'])]);
    expect(parse(edited).spec).toEqual({ args: ['a', 'b'] });
  });

  it('gives what was asked for, whatever it was', () => {
    const word = fc.constantFrom(
      '--a',
      '--b',
      'c: d',
      '# e',
      "it's",
      '"',
      '',
      '1',
      'null',
    );
    const list = fc.array(word, { maxLength: 6 });
    fc.assert(
      fc.property(list, list, fc.boolean(), (old, next, flow) => {
        const items = flow
          ? ` [${old.map(item => JSON.stringify(item)).join(', ')}]\n`
          : `\n${old
              .map(item => `  - ${JSON.stringify(item)} # c\n`)
              .join('')}`;
        const text = `spec:\n  args:${items}  last: 1 # end\n`;
        const edited = editManifest(text, [set('spec.args', next)]);
        expect(parse(edited)).toEqual({ spec: { args: next, last: 1 } });
        expect(edited).toMatch(/ {2}last: 1 # end\n$/);
      }),
    );
  });
});
