import { nodeSetEntityName } from './entityName';

const NAME_OF_THE_CATALOG = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

describe('nodeSetEntityName', () => {
  it('is cluster, namespace and name where the catalog takes them', () => {
    expect(
      nodeSetEntityName({ cluster: 'dev', namespace: 'monero', name: 'nodes' }),
    ).toBe('dev.monero.nodes');
  });

  it.each([
    [
      'too long',
      { cluster: 'eu-1', namespace: 'n'.repeat(63), name: 'm'.repeat(40) },
    ],
    ['upper case', { cluster: 'Dev', namespace: 'monero', name: 'nodes' }],
    [
      'characters that the catalog refuses',
      {
        cluster: 'arn:aws:eks:eu-1:1:cluster/x',
        namespace: 'monero',
        name: 'nodes',
      },
    ],
    [
      'a cluster name of nothing but other characters',
      { cluster: '???', namespace: 'monero', name: 'nodes' },
    ],
  ])('ends in a hash for %s', (_, ref) => {
    const name = nodeSetEntityName(ref);
    expect(name).toMatch(NAME_OF_THE_CATALOG);
    expect(name).toMatch(/-[0-9a-f]{8}$/);
    expect(name.length).toBeLessThanOrEqual(63);
  });

  it('tells apart what only differs in the part that is cut or replaced', () => {
    const long = { cluster: 'eu-1', namespace: 'n'.repeat(63) };
    const names = [
      nodeSetEntityName({ ...long, name: 'a' }),
      nodeSetEntityName({ ...long, name: 'b' }),
      nodeSetEntityName({ cluster: 'Dev', namespace: 'm', name: 'a' }),
      nodeSetEntityName({ cluster: 'dev', namespace: 'm', name: 'a' }),
      nodeSetEntityName({ cluster: 'd:v', namespace: 'm', name: 'a' }),
      nodeSetEntityName({ cluster: 'd/v', namespace: 'm', name: 'a' }),
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});
