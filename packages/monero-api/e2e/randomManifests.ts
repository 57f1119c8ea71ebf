import fc from 'fast-check';
import { MONEROD_FLAGS, NETTYPES, NODE_SET, validateManifest } from '../src';

const name = fc.oneof(
  fc.constantFrom(...MONEROD_FLAGS.map(flag => flag.name)),
  fc
    .tuple(fc.constantFrom(...MONEROD_FLAGS.map(flag => flag.name)), fc.nat(12))
    .map(([full, cut]) => full.slice(0, cut)),
  fc.stringMatching(/^[a-z-]{0,8}$/),
);

/** Arguments as people write them, well and badly. */
const argument = fc.oneof(
  { weight: 3, arbitrary: name.map(given => `--${given}`) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(name, fc.stringMatching(/^[a-z0-9:. =-]{0,8}$/))
      .map(([given, value]) => `--${given}=${value}`),
  },
  { weight: 2, arbitrary: fc.stringMatching(/^[a-z0-9.:-]{1,8}$/) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 12 }) },
);

const quantity = fc.oneof(
  fc
    .tuple(
      fc.nat(2000),
      fc.constantFrom('', 'm', 'k', 'Mi', 'Gi', 'G', 'Ti', 'GB', ' Gi', 'e3'),
    )
    .map(([count, unit]) => `${count}${unit}`),
  fc.stringMatching(/^[-+.eEKiGmnu0-9]{0,7}$/),
);

const amounts = fc.dictionary(
  fc.constantFrom('cpu', 'memory', 'ephemeral-storage'),
  fc.oneof(quantity, fc.integer({ min: -5, max: 5 })),
  { maxKeys: 3 },
);

/** A value of any sort, where only one sort is right. */
const anything = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: -3, max: 200 }),
  fc.stringMatching(/^[a-z]{0,5}$/),
  fc.constant([]),
);

function mostly<T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: right },
    { weight: 1, arbitrary: anything },
  );
}

/** Peers over Tor and I2P as people write them, well and badly. */
const anonymousPeer = fc
  .tuple(
    fc.oneof(
      fc.stringMatching(/^[a-z2-7]{56}$/),
      fc.stringMatching(/^[a-z2-7]{52}$/),
      fc.stringMatching(/^[a-z0-9.]{1,8}$/),
    ),
    fc.constantFrom('.onion', '.b32.i2p', '.i2p', ''),
    fc.constantFrom('', ':18083', ':0', ':99999', ':x'),
  )
  .map(parts => parts.join(''));

const i2p = {
  enabled: mostly(fc.boolean()),
  secretRef: mostly(fc.record({ name: fc.stringMatching(/^[a-z]{1,5}$/) })),
  peers: mostly(fc.array(anonymousPeer, { maxLength: 3 })),
};

const tor = {
  ...i2p,
  rpc: mostly(fc.boolean()),
  proxyClearnet: mostly(fc.boolean()),
};

const spec = fc.record(
  {
    replicas: fc.nat(3),
    peers: mostly(
      fc.array(
        fc.oneof(
          fc.constantFrom('a:1', '192.0.2.7:18080', 'nodes-0.svc:18080'),
          anonymousPeer,
        ),
        { maxLength: 3 },
      ),
    ),
    tor: mostly(fc.record(tor, { requiredKeys: [] })),
    i2p: mostly(fc.record(i2p, { requiredKeys: [] })),
    hardAntiAffinity: mostly(fc.boolean()),
    network: mostly(fc.constantFrom(...NETTYPES)),
    monerod: mostly(
      fc.record(
        {
          image: mostly(fc.string({ maxLength: 8 })),
          args: mostly(fc.array(argument, { maxLength: 6 })),
          resources: mostly(
            fc.record(
              { requests: mostly(amounts), limits: mostly(amounts) },
              { requiredKeys: [] },
            ),
          ),
          prune: mostly(fc.boolean()),
        },
        { requiredKeys: [] },
      ),
    ),
    diskSize: mostly(quantity),
    volumeRetention: mostly(fc.constantFrom('Retain', 'Delete')),
    paused: mostly(fc.boolean()),
  },
  { requiredKeys: [] },
);

function nodeSet(wanted: unknown): object {
  return {
    apiVersion: NODE_SET.apiVersion,
    kind: NODE_SET.kind,
    metadata: { name: 'nodes' },
    spec: wanted,
  };
}

/** Node sets, most of them wrong somewhere. Their names are right: Kubernetes adds words of its own about names. */
export const manifests = spec.map(nodeSet);

/** Good node sets that differ in what may not change, or only one way. */
const grown = fc
  .record(
    {
      network: fc.constantFrom(...NETTYPES),
      diskSize: fc.constantFrom('1Gi', '50Gi', '160Gi', '400Gi', '400G', '1Ti'),
      monerod: fc.record({
        prune: fc.boolean(),
        args: fc.subarray(['--public-node', '--out-p', '8'], { maxLength: 1 }),
      }),
    },
    { requiredKeys: [] },
  )
  .map(nodeSet);

/** Changes of good node sets into others, good or bad in themselves. */
export const changes = fc
  .tuple(
    grown.filter(old => validateManifest(old).length === 0),
    fc.oneof({ weight: 4, arbitrary: grown }, manifests),
  )
  .map(([old, manifest]) => ({ old, manifest }));
