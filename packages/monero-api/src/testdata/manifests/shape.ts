import { NODE_SET } from '../../constants';
import {
  accept,
  nodeSet,
  refuse,
  withArgs,
  type ManifestCase,
} from './manifestCase';

/** Wrong types, unknown fields, numbers out of bounds: what the schema itself refuses. */
export const SHAPE_CASES: readonly ManifestCase[] = [
  refuse(
    'a manifest without a specification',
    {
      apiVersion: NODE_SET.apiVersion,
      kind: NODE_SET.kind,
      metadata: { name: 'nodes' },
    },
    'spec',
    'Required value',
  ),
  refuse(
    'text for the number of replicas',
    nodeSet({ replicas: '3' }),
    'spec.replicas',
    'spec.replicas in body must be of type integer: "string"',
  ),
  refuse(
    'half a replica',
    nodeSet({ replicas: 1.5 }),
    'spec.replicas',
    'spec.replicas in body must be of type int32: "float64"',
  ),
  refuse(
    'a negative number of replicas',
    nodeSet({ replicas: -1 }),
    'spec.replicas',
    'spec.replicas in body should be greater than or equal to 0',
  ),
  refuse(
    'more replicas than allowed',
    nodeSet({ replicas: 101 }),
    'spec.replicas',
    'spec.replicas in body should be less than or equal to 100',
  ),
  refuse(
    'text for a switch',
    nodeSet({ paused: 'yes' }),
    'spec.paused',
    'spec.paused in body must be of type boolean: "string"',
  ),
  refuse(
    'an unknown network',
    nodeSet({ network: 'main' }),
    'spec.network',
    'supported values: "mainnet", "testnet", "stagenet", "regtest"',
  ),
  refuse(
    'an unknown type of Service',
    nodeSet({ service: { type: 'Ingress' } }),
    'spec.service.type',
    'supported values: "ClusterIP", "NodePort", "LoadBalancer"',
  ),
  refuse(
    'a number as a size',
    nodeSet({ diskSize: 400 }),
    'spec.diskSize',
    'spec.diskSize in body must be of type string: "integer"',
  ),
  refuse(
    'a number among the arguments',
    withArgs('--out-peers', 64),
    'spec.monerod.args[1]',
    'spec.monerod.args[1] in body must be of type string: "integer"',
  ),
  refuse(
    'an empty argument',
    withArgs('--log-level', ''),
    'spec.monerod.args[1]',
    'spec.monerod.args[1] in body should be at least 1 chars long',
  ),
  {
    name: 'refuse a mapping among the arguments',
    manifest: withArgs({ 'out-peers': 64 }),
    expected: [
      {
        path: 'spec.monerod.args[0].out-peers',
        message: 'unknown field "spec.monerod.args[0].out-peers"',
      },
      {
        path: 'spec.monerod.args[0]',
        message:
          'spec.monerod.args[0] in body must be of type string: "object"',
      },
    ],
  },
  refuse(
    'arguments as one text',
    nodeSet({ monerod: { args: '--public-node' } }),
    'spec.monerod.args',
    'spec.monerod.args in body must be of type array: "string"',
  ),
  refuse(
    'an argument that is too long',
    withArgs(`--add-peer=${'a'.repeat(246)}`),
    'spec.monerod.args[0]',
    'may not be more than 256 bytes',
  ),
  refuse(
    'too many arguments',
    withArgs(...Array.from({ length: 65 }, (_, i) => `--add-peer=10.0.0.${i}`)),
    'spec.monerod.args',
    'must have at most 64 items',
  ),
  refuse(
    'a rollout that replaces nothing',
    nodeSet({ updateStrategy: { maxUnavailable: 0 } }),
    'spec.updateStrategy.maxUnavailable',
    'spec.updateStrategy.maxUnavailable in body should be greater than or equal to 1',
  ),
  refuse(
    'a spread constraint without a domain',
    nodeSet({
      podTemplate: {
        topologySpreadConstraints: [
          { maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' },
        ],
      },
    }),
    'spec.podTemplate.topologySpreadConstraints[0].topologyKey',
    'Required value',
  ),
  refuse(
    'the same pull secret twice',
    nodeSet({
      podTemplate: {
        imagePullSecrets: [{ name: 'a' }, { name: 'b' }, { name: 'a' }],
      },
    }),
    'spec.podTemplate.imagePullSecrets[2]',
    'Duplicate value: {"name":"a"}',
  ),
  refuse(
    'a mistyped field',
    nodeSet({ replica: 3 }),
    'spec.replica',
    'unknown field "spec.replica"',
  ),
  refuse(
    'a mistyped field further in',
    nodeSet({ monerod: { imagee: 'x' } }),
    'spec.monerod.imagee',
    'unknown field "spec.monerod.imagee"',
  ),
  {
    name: 'refuse several fields at once',
    manifest: nodeSet({ replicas: 'three', network: 'mainet' }),
    expected: [
      {
        path: 'spec.replicas',
        message: 'spec.replicas in body must be of type integer: "string"',
      },
      {
        path: 'spec.network',
        message:
          'supported values: "mainnet", "testnet", "stagenet", "regtest"',
      },
    ],
  },
  {
    name: 'refuse a number out of bounds beside a broken rule',
    manifest: nodeSet({ replicas: 1000, diskSize: '5 GB' }),
    expected: [
      {
        path: 'spec.replicas',
        message: 'spec.replicas in body should be less than or equal to 100',
      },
      {
        path: 'spec.diskSize',
        message:
          "'5 GB' is no size: write a number and, without a space, a unit, such as 400Gi.",
      },
    ],
  },
  {
    name: 'refuse a wrong type alone where rules are broken too',
    manifest: nodeSet({ paused: 1, monerod: { args: ['--foo'] } }),
    expected: [
      {
        path: 'spec.paused',
        message: 'spec.paused in body must be of type boolean: "integer"',
      },
    ],
  },
  refuse(
    'a specification that is text',
    nodeSet('3 nodes'),
    'spec',
    'spec in body must be of type object: "string"',
  ),
  refuse(
    'nothing among the arguments',
    withArgs(null),
    'spec.monerod.args[0]',
    'spec.monerod.args[0] in body must be of type string: "null"',
  ),
  refuse(
    'a list for one mapping',
    nodeSet({ updateStrategy: [] }),
    'spec.updateStrategy',
    'spec.updateStrategy in body must be of type object: "array"',
  ),
  refuse(
    'a number as a label',
    nodeSet({ podTemplate: { labels: { team: 3 } } }),
    'spec.podTemplate.labels.team',
    'spec.podTemplate.labels.team in body must be of type string: "integer"',
  ),
  refuse(
    'half a second of toleration',
    nodeSet({ podTemplate: { tolerations: [{ tolerationSeconds: 1.5 }] } }),
    'spec.podTemplate.tolerations[0].tolerationSeconds',
    'spec.podTemplate.tolerations[0].tolerationSeconds in body must be of type int64: "float64"',
  ),
  refuse(
    'too many annotations',
    nodeSet({
      service: {
        annotations: Object.fromEntries(
          Array.from({ length: 65 }, (_, i) => [`key-${i}`, '']),
        ),
      },
    }),
    'spec.service.annotations',
    'must have at most 64 items',
  ),
  refuse(
    'an unknown field beside the specification',
    { ...nodeSet({}), data: {} },
    'data',
    'unknown field "data"',
  ),
  refuse(
    'an unknown field of metadata',
    { ...nodeSet({}), metadata: { name: 'nodes', owner: 'me' } },
    'metadata.owner',
    'unknown field "metadata.owner"',
  ),
  accept('null in a map', nodeSet({ podTemplate: { labels: { team: null } } })),
  accept('a status, which is dropped', {
    ...nodeSet({}),
    status: { replicas: 'three' },
  }),
  accept('a whole number written with a fraction', nodeSet({ replicas: 3.0 })),
];
