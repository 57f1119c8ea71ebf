import { previewOf } from './manifestLines';

const FORM = {
  name: 'wallet-eu',
  owner: 'group:default/wallets',
  target: { cluster: 'dev', namespace: 'wallets' },
  network: 'mainnet',
  replicas: 3,
};

function refused(formData: unknown) {
  return previewOf(formData)
    .lines.filter(line => line.refused)
    .map(line => line.text.trim());
}

describe('previewOf', () => {
  it('shows the manifest as it will be written', () => {
    const { lines, problems } = previewOf(FORM);
    expect(problems).toBe(0);
    expect(lines.map(line => line.text).join('\n')).toBe(
      [
        'apiVersion: utxo.com.br/v1alpha1',
        'kind: MoneroNodeSet',
        'metadata:',
        '  name: wallet-eu',
        '  namespace: wallets',
        '  annotations:',
        '    utxo.com.br/owner: group:default/wallets',
        'spec:',
        '  replicas: 3',
      ].join('\n'),
    );
  });

  it('marks the argument that is refused, and says why', () => {
    const { lines, problems } = previewOf({
      ...FORM,
      args: ['--public-node', '--data-dir=/mnt/xmr'],
    });
    expect(problems).toBe(1);
    expect(lines.filter(line => line.refused)).toEqual([
      {
        text: '      - --data-dir=/mnt/xmr',
        refused: expect.stringMatching(/^--data-dir is set by the operator: /),
      },
    ]);
  });

  it.each([
    ['a name', { name: 'Wallet EU' }, ['name: Wallet EU']],
    ['a size', { diskSize: '5 GB' }, ['diskSize: 5 GB']],
    ['a number', { replicas: 101 }, ['replicas: 101']],
    [
      'what concerns the list of arguments',
      { args: ['--out-peers=1', '--out-peers=2'] },
      ['args:'],
    ],
  ])('marks the line of %s', (_, differs, expected) => {
    expect(refused({ ...FORM, ...differs })).toEqual(expected);
  });

  it.each([undefined, null, {}, 'x', { replicas: 'three', args: 'x' }])(
    'stands in for what is missing in %j',
    formData => {
      expect(previewOf(formData)).toMatchObject({ problems: 0 });
    },
  );
});
