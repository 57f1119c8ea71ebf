import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KubeObject } from '@monero-portal/kube-client';
import { MoneroNodeSetSpec } from '@monero-portal/monero-api';
import { parse, stringify } from 'yaml';
import { nodeSet } from '../testing/nodeSets';
import { desiredChildren, Extras } from './children';
import { noteIdentities } from './identities';

const images = {
  monerod: 'example.org/monerod:0.18.4.0',
  exporter: 'example.org/monero-portal:0.1.0',
  tor: 'example.org/tor:0.4.9',
  i2pd: 'example.org/i2pd:2.56.0',
};

const ONION =
  'pmesoaurhvqrcl6srldtbhhygo5n4cpplntwnzpbbprdrbhjgjbhbdqd.onion:18083';
const GARLIC = 'ew2kpa7yqkbptaggjznqrfsmdyyyqzv5xutkpfoldiur2xsbvrga.b32.i2p';

/** What a set with Tor or I2P needs to know beside its specification. */
function extrasOf({ tor, i2p, replicas = 1 }: MoneroNodeSetSpec): Extras {
  const owners = [...Array(replicas).keys()].map(i => `nodes-${i}`);
  const named = (suffix: string, on: boolean | undefined, more: string[]) =>
    Object.fromEntries(
      (on ? [...owners, ...more] : []).map(owner => [
        owner,
        `${owner}-address.${suffix}`,
      ]),
    );
  const identities = {
    tor: named('onion', tor?.enabled, tor?.rpc ? ['rpc'] : []),
    i2p: named('b32.i2p', i2p?.enabled, []),
  };
  return {
    identities,
    identityNote: noteIdentities(identities, undefined),
    rpcAddress: '10.96.0.42',
  };
}

/** The spec of an example, as users apply it. */
function example(file: string): MoneroNodeSetSpec {
  const path = join(__dirname, '../../../examples', file);
  const { spec } = parse(readFileSync(path, 'utf8'));
  return { network: undefined, ...spec };
}

/** Change on purpose with UPDATE_GOLDEN=1, and read the difference. */
const GOLDEN: Record<string, MoneroNodeSetSpec> = {
  'regtest-1': { replicas: 1 },
  'example-nodes': example('nodes.yaml'),
  'example-regtest': example('regtest.yaml'),
  'tor-and-i2p': {
    replicas: 2,
    tor: { enabled: true, rpc: true },
    i2p: { enabled: true, peers: [GARLIC] },
  },
  'tor-behind-exits': {
    replicas: 1,
    network: 'mainnet',
    tor: {
      enabled: true,
      proxyClearnet: true,
      secretRef: { name: 'vanity' },
      peers: [ONION],
    },
    i2p: { enabled: true },
  },
  'stagenet-everything': {
    replicas: 2,
    network: 'stagenet',
    diskSize: '80Gi',
    storageClass: 'fast',
    volumeRetention: 'Delete',
    monerod: {
      image: 'example.org/own:1',
      prune: true,
      resources: { requests: { cpu: 1, memory: '2Gi' } },
    },
    service: { type: 'LoadBalancer', annotations: { 'example.org/lb': 'x' } },
    updateStrategy: { maxUnavailable: 2 },
    podTemplate: {
      labels: { team: 'wallets' },
      annotations: { 'example.org/a': 'b' },
      nodeSelector: { disk: 'nvme' },
      tolerations: [{ key: 'monero', operator: 'Exists' }],
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
  },
};

describe('desiredChildren', () => {
  it.each(Object.entries(GOLDEN))('of %s are golden', (name, spec) => {
    const file = join(__dirname, '__golden__', `${name}.yaml`);
    const text = desiredChildren(nodeSet(spec), images, extrasOf(spec))
      .map(each => stringify(each, { aliasDuplicateObjects: false }))
      .join('---\n');
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
    expect(existsSync(file)).toBe(true);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  it('have a PodMonitor among them where the cluster knows that', () => {
    const file = join(__dirname, '__golden__', 'pod-monitor.yaml');
    const withIt = desiredChildren(nodeSet(), images, { podMonitors: true });
    const added = withIt.filter(({ kind }) => kind === 'PodMonitor');
    const text = added.map(each => stringify(each)).join('---\n');
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
    expect(withIt.filter(each => !added.includes(each))).toEqual(
      desiredChildren(nodeSet(), images),
    );
    expect(withIt[withIt.length - 1].kind).toBe('StatefulSet');
  });

  const template = (children: KubeObject[]) =>
    (
      children.find(({ kind }) => kind === 'StatefulSet')?.spec as
        | { template: unknown }
        | undefined
    )?.template;

  it('change no pod template when a set of several grows', () => {
    const of = (replicas: number) =>
      template(desiredChildren(nodeSet({ replicas }), images));
    expect(of(2)).toEqual(of(9));
    expect(of(2)).toBeDefined();
  });

  it('belong to the node set, all of them', () => {
    for (const child of desiredChildren(nodeSet(), images)) {
      expect(child.metadata.namespace).toBe('monero');
      expect(child.metadata.ownerReferences).toEqual([
        expect.objectContaining({ uid: 'uid-of-nodes', controller: true }),
      ]);
    }
  });

  it('let the pods have none of the operator’s labels changed', () => {
    const labels = {
      'app.kubernetes.io/instance': 'mine',
      'app.kubernetes.io/managed-by': 'me',
    };
    const spec = { podTemplate: { labels } };
    expect(template(desiredChildren(nodeSet(spec), images))).toMatchObject({
      metadata: {
        labels: {
          'app.kubernetes.io/instance': 'nodes',
          'app.kubernetes.io/managed-by': 'monero-operator',
        },
      },
    });
  });
});
