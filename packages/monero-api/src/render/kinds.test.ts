import fc from 'fast-check';
import { parse } from 'yaml';
import { parseMiningNodeSet, parseNetwork } from '../parseManifest';
import { validateManifest } from '../validateManifest';
import { renderManifest, type ManifestInput } from './renderManifest';

const WHERE = { name: 'rig', namespace: 'wallets', cluster: 'eu-1' };
const WALLET =
  '42w4mJnAX8rJPvZTFetXaxRvGNpwh3u6pbFcdaKscN4wiccFbKotahU3Qo6L2B3xNUPvd7qxLNcJrU3w4ndEiWA14d5rG9h';

describe('renderManifest of a network', () => {
  it('writes what its members are told into their template', () => {
    expect(
      renderManifest({
        ...WHERE,
        kind: 'MoneroNetwork',
        owner: 'group:default/wallets',
        replicas: 20,
        args: ['--fixed-difficulty=1'],
        diskSize: '2Gi',
        hardAntiAffinity: true,
      }),
    ).toBe(`apiVersion: utxo.com.br/v1alpha1
kind: MoneroNetwork
metadata:
  name: rig
  namespace: wallets
  annotations:
    utxo.com.br/owner: group:default/wallets
spec:
  replicas: 20
  template:
    spec:
      hardAntiAffinity: true
      monerod:
        args:
          - --fixed-difficulty=1
      diskSize: 2Gi
`);
  });

  it('writes three members and nothing else where nothing is asked for', () => {
    const manifest = parse(renderManifest({ ...WHERE, kind: 'MoneroNetwork' }));
    expect(manifest.spec).toEqual({ replicas: 3 });
    expect(parseNetwork(manifest).spec.template?.spec?.network).toBe('regtest');
  });
});

describe('renderManifest of miners', () => {
  it('writes the pool before the other arguments', () => {
    expect(
      renderManifest({
        ...WHERE,
        kind: 'MoneroMiningNodeSet',
        replicas: 10,
        pool: 'pool.example.org:5556',
        poolTls: true,
        wallet: WALLET,
        args: ['--rig-id=rig-$(id)'],
        hugePages: true,
      }),
    ).toBe(`apiVersion: utxo.com.br/v1alpha1
kind: MoneroMiningNodeSet
metadata:
  name: rig
  namespace: wallets
spec:
  replicas: 10
  xmrig:
    args:
      - --url=pool.example.org:5556
      - --tls
      - --rig-id=rig-$(id)
  hugePages: true
  wallet: ${WALLET}
`);
  });

  it('names the node set to mine for', () => {
    const manifest = parse(
      renderManifest({
        ...WHERE,
        kind: 'MoneroMiningNodeSet',
        daemon: 'regtest-0',
        poolTls: true,
        wallet: WALLET,
      }),
    );
    expect(manifest.spec).toEqual({
      replicas: 1,
      daemonRef: { name: 'regtest-0' },
      wallet: WALLET,
    });
    expect(validateManifest(manifest)).toEqual([]);
  });
});

it('names the network to mine for', () => {
  const manifest = parse(
    renderManifest({
      ...WHERE,
      kind: 'MoneroMiningNodeSet',
      daemon: 'lab',
      daemonKind: 'MoneroNetwork',
      wallet: WALLET,
    }),
  );
  expect(manifest.spec.daemonRef).toEqual({
    kind: 'MoneroNetwork',
    name: 'lab',
  });
  expect(validateManifest(manifest)).toEqual([]);
});

it('writes valid manifests of miners and networks that mean what the form said', () => {
  const name = fc.stringMatching(/^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/);
  const common = {
    name,
    namespace: fc.constant('monero'),
    cluster: fc.constant('dev'),
    replicas: fc.integer({ min: 0, max: 100 }),
    hardAntiAffinity: fc.boolean(),
  };
  const network = fc.record({
    ...common,
    kind: fc.constant('MoneroNetwork' as const),
    diskSize: fc.constantFrom('', '2Gi'),
  });
  const miners = fc.record({
    ...common,
    kind: fc.constant('MoneroMiningNodeSet' as const),
    pool: fc.constantFrom('pool.example.org:3333', '10.0.0.1:5555'),
    poolTls: fc.boolean(),
    wallet: fc.constant(WALLET),
    hugePages: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.oneof(network, miners), (form: ManifestInput) => {
      const raw = parse(renderManifest(form));
      const { spec } =
        form.kind === 'MoneroNetwork'
          ? parseNetwork(raw)
          : parseMiningNodeSet(raw);
      expect(spec.replicas).toBe(form.replicas);
    }),
    { numRuns: 50 },
  );
});
