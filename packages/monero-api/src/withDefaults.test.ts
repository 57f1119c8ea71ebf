import { RESOURCES } from './constants';
import { parseNodeSet } from './parseManifest';
import { nodeSet } from './testdata/manifests/manifestCase';
import { ManifestError } from './violation';
import { networkArgs, resolveSpec, withDefaults } from './withDefaults';

describe('withDefaults', () => {
  it('leaves nothing open', () => {
    expect(withDefaults(parseNodeSet(nodeSet({})))).toEqual({
      replicas: 1,
      hardAntiAffinity: false,
      network: 'mainnet',
      peers: [],
      monerod: {
        args: [],
        prune: false,
        resources: {
          requests: { cpu: '500m', memory: '4Gi' },
          limits: { memory: '8Gi' },
        },
      },
      diskSize: '400Gi',
      volumeRetention: 'Retain',
      service: { type: 'ClusterIP', annotations: {} },
      tor: { enabled: false, rpc: false, proxyClearnet: false, peers: [] },
      i2p: { enabled: false, peers: [] },
      updateStrategy: { maxUnavailable: 1, waitForSync: true },
      podTemplate: {
        labels: {},
        annotations: {},
        nodeSelector: {},
        tolerations: [],
        topologySpreadConstraints: [],
        imagePullSecrets: [],
      },
      paused: false,
    });
  });

  it('agrees with the defaults of the schema', () => {
    const spec = {
      network: 'regtest',
      monerod: { args: ['--no-igd'] },
    } as const;
    expect(resolveSpec({ ...spec, monerod: { args: ['--no-igd'] } })).toEqual(
      withDefaults(parseNodeSet(nodeSet(spec))),
    );
  });

  it.each([
    ['mainnet', false, '400Gi'],
    ['mainnet', true, '160Gi'],
    ['testnet', false, '50Gi'],
    ['stagenet', true, '50Gi'],
    ['regtest', false, '1Gi'],
  ] as const)(
    'sizes the volumes of %s, pruned %s, at %s',
    (network, prune, size) => {
      expect(resolveSpec({ network, monerod: { prune } }).diskSize).toBe(size);
    },
  );

  it('takes the network from the arguments, out of them', () => {
    const { network, monerod } = resolveSpec({
      monerod: { args: ['--public', '--reg', '--out-peers', '8'] },
    });
    expect(network).toBe('regtest');
    expect(monerod.args).toEqual(['--public-node', '--out-peers=8']);
    expect(networkArgs(network)).toEqual(['--regtest']);
    expect(networkArgs('mainnet')).toEqual([]);
  });

  it('takes named resources as they are', () => {
    const named = { limits: { memory: '3Gi' } };
    expect(
      resolveSpec({ monerod: { resources: named } }).monerod.resources,
    ).toEqual({
      requests: {},
      limits: { memory: '3Gi' },
    });
    expect(
      resolveSpec({ monerod: { resources: {} } }).monerod.resources,
    ).toEqual(RESOURCES.mainnet);
  });
});

describe('parseNodeSet', () => {
  it('fills in the defaults of the schema', () => {
    const { spec } = parseNodeSet(
      nodeSet({ service: { annotations: { a: 'b' } } }),
    );
    expect(spec).toMatchObject({
      replicas: 1,
      monerod: { prune: false },
      service: { type: 'ClusterIP', annotations: { a: 'b' } },
    });
  });

  it('keeps what is not the schema’s business', () => {
    const raw = {
      ...nodeSet({}),
      metadata: {
        name: 'nodes',
        namespace: 'monero',
        uid: 'u',
        labels: { a: 'b' },
      },
    };
    expect(parseNodeSet(raw).metadata).toEqual(raw.metadata);
  });

  it('throws every reason at once', () => {
    const parse = () =>
      parseNodeSet(
        nodeSet({ diskSize: '5 GB', monerod: { args: ['--foo', '--detach'] } }),
      );
    expect(parse).toThrow(ManifestError);
    expect(parse).toThrow(
      /^spec\.diskSize: '5 GB' is no size: .*\nspec\.monerod\.args\[0\]: --foo is no option of monerod\.\nspec\.monerod\.args\[1\]: --detach /,
    );
  });
});
