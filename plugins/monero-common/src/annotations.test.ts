import { isMoneroAvailable, nodeSetRefOf } from './annotations';

const entityWith = (annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'x', annotations },
});

describe('nodeSetRefOf', () => {
  it('reads the three annotations', () => {
    const entity = entityWith({
      'utxo.com.br/cluster': 'dev',
      'utxo.com.br/namespace': 'monero',
      'utxo.com.br/name': 'web',
    });
    expect(nodeSetRefOf(entity)).toEqual({
      cluster: 'dev',
      namespace: 'monero',
      name: 'web',
    });
    expect(isMoneroAvailable(entity)).toBe(true);
  });

  it.each([
    [undefined],
    [{}],
    [{ 'utxo.com.br/cluster': 'dev', 'utxo.com.br/name': 'web' }],
    [
      {
        'utxo.com.br/cluster': 'dev',
        'utxo.com.br/namespace': '',
        'utxo.com.br/name': 'web',
      },
    ],
  ])('finds nothing in %j', annotations => {
    expect(isMoneroAvailable(entityWith(annotations))).toBe(false);
  });
});
