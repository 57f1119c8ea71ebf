import { accept, nodeSet, refuse, type ManifestCase } from './manifestCase';

const LETTERS =
  'use lower-case letters, digits and hyphens, beginning with a letter and ending with a letter or digit.';
const NO_QUANTITY =
  'is no quantity: write a number and, without a space, a unit, such as 500m, 2 or 4Gi.';
const NO_SIZE =
  'is no size: write a number and, without a space, a unit, such as 400Gi.';
const TOO_SMALL =
  'is too small for a chain: write at least 1Gi, and mind the unit, such as 400Gi.';

/** Names, sizes, resources: fields with rules in our own words. */
export const FIELD_CASES: readonly ManifestCase[] = [
  accept('a specification that leaves all open', nodeSet({})),
  accept('no node at all', nodeSet({ replicas: 0 })),
  accept('a name of one letter', nodeSet({}, 'n')),
  accept('a name of 40 characters', nodeSet({}, `n${'0'.repeat(39)}`)),
  refuse(
    'a name of 41 characters',
    nodeSet({}, 'n'.repeat(41)),
    'metadata.name',
    "A node set's name has at most 40 characters, because the names of its pods and volumes grow from it.",
  ),
  refuse(
    'a name that begins with a digit',
    nodeSet({}, '1-nodes'),
    'metadata.name',
    `'1-nodes' cannot name a node set: ${LETTERS}`,
  ),
  refuse(
    'a name with a dot',
    nodeSet({}, 'nodes.eu'),
    'metadata.name',
    `'nodes.eu' cannot name a node set: ${LETTERS}`,
  ),

  accept(
    'peers by name and by address',
    nodeSet({
      peers: ['other-0-p2p.monero.svc:18080', '10.0.0.1:1', 'a:65535'],
    }),
  ),
  accept('no peers', nodeSet({ peers: [] })),
  ...[
    'other-0',
    'other-0:',
    ':18080',
    'a b:18080',
    'a:0',
    'a:65536',
    'a:1\nb:2',
  ].map(peer =>
    refuse(
      `the peer ${JSON.stringify(peer)}`,
      nodeSet({ peers: [peer] }),
      'spec.peers[0]',
      peer.includes('\n')
        ? 'A peer is a host and a port, without spaces and line breaks: nodes-0-p2p.monero.svc:18080.'
        : `'${peer}' is no peer: write host:port, such as nodes-0-p2p.monero.svc:18080.`,
    ),
  ),

  accept('a binary size', nodeSet({ diskSize: '400Gi' })),
  accept('a decimal size', nodeSet({ diskSize: '1.5T' })),
  accept('a size with an exponent', nodeSet({ diskSize: '2e12' })),
  accept('the smallest size', nodeSet({ diskSize: '1Gi' })),
  refuse(
    'a size with a space',
    nodeSet({ diskSize: '5 GB' }),
    'spec.diskSize',
    `'5 GB' ${NO_SIZE}`,
  ),
  refuse(
    'a size in GB',
    nodeSet({ diskSize: '500GB' }),
    'spec.diskSize',
    `'500GB' ${NO_SIZE}`,
  ),
  refuse(
    'a size in GiB',
    nodeSet({ diskSize: '500GiB' }),
    'spec.diskSize',
    `'500GiB' ${NO_SIZE}`,
  ),
  refuse(
    'a small unit letter',
    nodeSet({ diskSize: '500g' }),
    'spec.diskSize',
    `'500g' ${NO_SIZE}`,
  ),
  refuse(
    'a word as a size',
    nodeSet({ diskSize: 'big' }),
    'spec.diskSize',
    `'big' ${NO_SIZE}`,
  ),
  refuse(
    'an empty size',
    nodeSet({ diskSize: '' }),
    'spec.diskSize',
    `'' ${NO_SIZE}`,
  ),
  refuse(
    'a size without a unit',
    nodeSet({ diskSize: '400' }),
    'spec.diskSize',
    `A volume of 400 ${TOO_SMALL}`,
  ),
  refuse(
    'a negative size',
    nodeSet({ diskSize: '-400Gi' }),
    'spec.diskSize',
    `'-400Gi' ${NO_SIZE}`,
  ),
  refuse(
    'a size in millis',
    nodeSet({ diskSize: '400m' }),
    'spec.diskSize',
    `A volume of 400m ${TOO_SMALL}`,
  ),

  accept(
    'resources as texts and numbers',
    nodeSet({
      monerod: {
        resources: {
          requests: { cpu: 2, memory: '4Gi' },
          limits: { cpu: '2', memory: '4Gi' },
        },
      },
    }),
  ),
  accept(
    'a limit without a request',
    nodeSet({ monerod: { resources: { limits: { memory: '8Gi' } } } }),
  ),
  refuse(
    'memory that is no quantity',
    nodeSet({ monerod: { resources: { requests: { memory: '4 GB' } } } }),
    'spec.monerod.resources.requests[memory]',
    `'4 GB' ${NO_QUANTITY}`,
  ),
  refuse(
    'a negative number of CPUs',
    nodeSet({ monerod: { resources: { limits: { cpu: -1 } } } }),
    'spec.monerod.resources.limits[cpu]',
    `'-1' ${NO_QUANTITY}`,
  ),
  refuse(
    'a request above its limit',
    nodeSet({
      monerod: {
        resources: {
          requests: { cpu: '500m', memory: '9Gi' },
          limits: { cpu: 1, memory: '8Gi' },
        },
      },
    }),
    'spec.monerod.resources',
    'The request of memory, 9Gi, is above its limit, 8Gi.',
  ),
  refuse(
    'an image with a space',
    nodeSet({ monerod: { image: 'monerod latest' } }),
    'spec.monerod.image',
    "'monerod latest' is no image: an image name holds no spaces. Write it like docker.io/example/monerod:0.18.4.0.",
  ),
  accept(
    'every field at once',
    nodeSet({
      replicas: 3,
      hardAntiAffinity: true,
      network: 'mainnet',
      monerod: {
        image: 'docker.io/example/monerod:0.18.4.0',
        args: ['--public-node'],
        resources: { requests: { memory: '4Gi' } },
        prune: true,
      },
      peers: ['seed.example.org:18080'],
      diskSize: '200Gi',
      storageClass: 'fast',
      volumeRetention: 'Delete',
      service: { type: 'LoadBalancer', annotations: { 'a.example/b': 'c' } },
      updateStrategy: { maxUnavailable: 2, waitForSync: false },
      podTemplate: {
        labels: { team: 'wallets' },
        annotations: { note: 'x' },
        nodeSelector: { disk: 'nvme' },
        tolerations: [
          {
            key: 'dedicated',
            operator: 'Equal',
            value: 'monero',
            effect: 'NoSchedule',
          },
        ],
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            topologyKey: 'topology.kubernetes.io/zone',
            whenUnsatisfiable: 'ScheduleAnyway',
          },
        ],
        priorityClassName: 'high',
        imagePullSecrets: [{ name: 'registry' }],
      },
      paused: true,
    }),
  ),
  accept(
    'null where a default stands',
    nodeSet({ replicas: null, monerod: null, diskSize: null }),
  ),
];
