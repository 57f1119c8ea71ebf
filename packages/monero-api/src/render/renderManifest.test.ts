import fc from 'fast-check';
import { parse } from 'yaml';
import { NETTYPES } from '../nettype';
import { netTypeOf } from '../netTypeOf';
import { parseNodeSet } from '../parseManifest';
import type { NodeSetFormInput } from './nodeSet';
import { renderManifest } from './renderManifest';

const BASE: NodeSetFormInput = {
  name: 'wallet-eu',
  namespace: 'wallets',
  cluster: 'eu-1',
};

describe('renderManifest', () => {
  it('writes what differs from the defaults, in the order of the reference', () => {
    expect(
      renderManifest({
        ...BASE,
        paused: true,
        owner: 'group:default/wallets',
        diskSize: '500Gi',
        args: ['--public-node', '--out-peers=64'],
        hardAntiAffinity: true,
        replicas: 3,
        network: 'stagenet',
        serviceType: 'LoadBalancer',
        waitForSync: false,
        tor: true,
        i2p: true,
        image: 'docker.io/example/monerod:0.18.4.0',
      }),
    ).toBe(`apiVersion: utxo.com.br/v1alpha1
kind: MoneroNodeSet
metadata:
  name: wallet-eu
  namespace: wallets
  annotations:
    utxo.com.br/owner: group:default/wallets
spec:
  replicas: 3
  hardAntiAffinity: true
  network: stagenet
  monerod:
    image: docker.io/example/monerod:0.18.4.0
    args:
      - --public-node
      - --out-peers=64
  diskSize: 500Gi
  service:
    type: LoadBalancer
  tor:
    enabled: true
  i2p:
    enabled: true
  updateStrategy:
    waitForSync: false
  paused: true
`);
  });

  it('leaves out defaults and what is empty', () => {
    expect(
      renderManifest({
        ...BASE,
        owner: '',
        network: 'mainnet',
        hardAntiAffinity: false,
        args: [],
        image: '',
        resources: {},
        prune: false,
        diskSize: '',
        volumeRetention: 'Retain',
        serviceType: 'ClusterIP',
        tor: false,
        i2p: false,
        maxUnavailable: 1,
        waitForSync: true,
        paused: false,
      }),
    ).toBe(`apiVersion: utxo.com.br/v1alpha1
kind: MoneroNodeSet
metadata:
  name: wallet-eu
  namespace: wallets
spec:
  replicas: 1
`);
  });

  it.each([
    ['implied by the arguments', 'regtest', ['--regtest'], undefined],
    ['by default mainnet', 'mainnet', [], undefined],
    ['chosen in the form alone', 'regtest', [], 'regtest'],
    [
      'in contradiction with the arguments',
      'mainnet',
      ['--testnet'],
      'mainnet',
    ],
  ] as const)(
    'writes a network %s as it must',
    (_what, network, args, expected) => {
      const { spec } = parse(renderManifest({ ...BASE, network, args }));
      expect(spec.network).toBe(expected);
    },
  );

  it('quotes what YAML would read otherwise', () => {
    const manifest = parse(
      renderManifest({ ...BASE, name: 'null', args: ['--log-level', '1'] }),
    );
    expect([manifest.metadata.name, manifest.spec.monerod.args[1]]).toEqual([
      'null',
      '1',
    ]);
  });

  it('writes valid manifests that mean what the form said', () => {
    const input = fc.record(
      {
        name: fc.stringMatching(/^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/),
        namespace: fc.constant('monero'),
        cluster: fc.constant('dev'),
        network: fc.constantFrom(...NETTYPES),
        replicas: fc.integer({ min: 0, max: 100 }),
        hardAntiAffinity: fc.boolean(),
        args: fc.subarray(
          [
            '--public-node',
            '--out-peers=8',
            '--add-peer',
            '10.0.0.1:18080',
          ].slice(0, 2),
        ),
        prune: fc.boolean(),
        diskSize: fc.constantFrom('', '400Gi', '1T'),
        paused: fc.boolean(),
      },
      { requiredKeys: ['name', 'namespace', 'cluster'] },
    );
    fc.assert(
      fc.property(input, form => {
        const { metadata, spec } = parseNodeSet(parse(renderManifest(form)));
        expect(metadata.name).toBe(form.name);
        expect(netTypeOf(spec)).toBe(form.network ?? 'mainnet');
        expect(spec.replicas).toBe(form.replicas ?? 1);
        expect(spec.paused).toBe(form.paused ?? false);
        expect(spec.monerod?.prune).toBe(form.prune ?? false);
      }),
      { numRuns: 50 },
    );
  });
});
