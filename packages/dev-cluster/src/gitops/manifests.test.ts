import { readManifests } from './manifests';

const read = (files: Record<string, string>) =>
  readManifests(
    Object.entries(files).map(([path, text]) => ({
      path: `clusters/dev/${path}`,
      text,
    })),
    'clusters/dev',
  );

const object = (kind: string, name: string, namespace?: string) =>
  `apiVersion: v1
kind: ${kind}
metadata:
  name: ${name}${namespace ? `\n  namespace: ${namespace}` : ''}
`;

describe('manifests', () => {
  it('are sorted into what comes first and stays, and what comes and goes', () => {
    const manifests = read({
      'monero/nodes.yaml': object('MoneroNodeSet', 'nodes', 'monero'),
      'namespaces.yaml': `${object('Namespace', 'monero')}---\n${object(
        'ClusterRole',
        'reader',
      )}`,
    });
    const names = (part: 'foundations' | 'members') =>
      manifests[part].map(({ path, objects }) => [
        path,
        objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
      ]);
    expect(names('foundations')).toEqual([
      ['clusters/dev/namespaces.yaml', ['Namespace monero']],
    ]);
    expect(names('members')).toEqual([
      ['clusters/dev/monero/nodes.yaml', ['MoneroNodeSet nodes']],
      ['clusters/dev/namespaces.yaml', ['ClusterRole reader']],
    ]);
  });

  it('are passed on as they were written', () => {
    // 0440 and "on" mean different things in YAML 1.1, which Kubernetes reads.
    const text = `# why\n${object(
      'ConfigMap',
      'a',
      'monero',
    )}mode: 0440\nx: on\n`;
    const { members } = read({ 'monero/a.yaml': `---\n${text}` });
    expect(members[0].objects[0].source).toContain('mode: 0440\nx: on\n');
  });

  it('belong to the namespace of their folder', () => {
    const { members } = read({
      'monero/sub/a.yaml': `# why\n${object('ConfigMap', 'a')}data: {}\n`,
    });
    const [made] = members[0].objects;
    expect(made.metadata.namespace).toBe('monero');
    expect(made.source).toBe(
      `# why\n${object('ConfigMap', 'a', 'monero')}data: {}\n`,
    );
  });

  it('may be none in a file of remarks', () => {
    expect(read({ 'monero/a.yaml': '# later\n---\n' })).toEqual({
      foundations: [],
      members: [],
    });
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'a file that does not parse',
      { 'monero/a.yaml': 'a: {b: 1\n' },
      'clusters/dev/monero/a.yaml: Flow map in block collection must be sufficiently indented and end with a } at line 2, column 1',
    ],
    [
      'a key given twice',
      { 'a.yaml': 'kind: A\nkind: B\n' },
      'clusters/dev/a.yaml: Map keys must be unique at line 2, column 1',
    ],
    [
      'a file with something else',
      { 'a.json': '[1, 2]' },
      'clusters/dev/a.json: the document: Expected object, received array',
    ],
    [
      'an object without a kind',
      { 'a.yaml': 'apiVersion: v1\nmetadata: {name: a}\n' },
      'clusters/dev/a.yaml: kind: Required',
    ],
    [
      'an object without a name',
      { 'a.yaml': 'apiVersion: v1\nkind: List\nmetadata: {}\n' },
      'clusters/dev/a.yaml: metadata.name: Required',
    ],
    [
      'an object in the folder of another namespace',
      { 'monero/a.yaml': object('ConfigMap', 'a', 'wallets') },
      'clusters/dev/monero/a.yaml: metadata.namespace of ConfigMap a is wallets, but the file lies in the folder of namespace monero',
    ],
    [
      'the same object twice',
      {
        'monero/a.yaml': object('ConfigMap', 'a'),
        'monero/b.yaml': object('ConfigMap', 'a', 'monero'),
      },
      'clusters/dev/monero/b.yaml: ConfigMap a is also in clusters/dev/monero/a.yaml',
    ],
    [
      'aliases that multiply',
      {
        'a.yaml': `a: &a [x,x,x,x,x,x,x,x,x,x]
b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]
c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]
d: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]
`,
      },
      'clusters/dev/a.yaml: Excessive alias count',
    ],
  ])('refuse %s', (_, files, message) => {
    expect(() => read(files)).toThrow(
      expect.objectContaining({
        code: 'Manifest',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('name every file that is wrong', () => {
    expect(() => read({ 'a.yaml': 'x', 'b.yaml': 'y' })).toThrow(
      /a\.yaml: .*\n.*b\.yaml: /,
    );
  });
});
