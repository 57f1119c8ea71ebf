import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KubeObject } from '@monero-portal/kube-client';
import {
  MoneroNetworkSpec,
  MoneroNodeSetSpec,
  validateManifest,
} from '@monero-portal/monero-api';
import { parse, stringify } from 'yaml';
import { parseNodeSet } from '../nodeset/spec';
import { desiredChildren as childrenOfNodeSet } from '../nodeset/children';
import { network, rawNetwork } from '../testing/networks';
import { desiredChildren, isMember } from './children';
import { parseNetwork } from './spec';

function example(): MoneroNetworkSpec {
  const path = join(__dirname, '../../../examples/network.yaml');
  return parse(readFileSync(path, 'utf8')).spec;
}

/** Change on purpose with UPDATE_GOLDEN=1, and read the difference. */
const GOLDEN: Record<string, MoneroNetworkSpec> = {
  'example-network': example(),
  'network-1': { replicas: 1 },
  'network-everything': {
    replicas: 2,
    template: {
      metadata: {
        labels: { study: 'propagation', 'utxo.com.br/network': 'mine' },
        annotations: { 'utxo.com.br/owner': 'group:default/research' },
      },
      spec: {
        hardAntiAffinity: true,
        monerod: { image: 'example.org/own:1', args: ['--log-level=1'] },
        diskSize: '2Gi',
        storageClass: 'fast',
        volumeRetention: 'Delete',
        updateStrategy: { maxUnavailable: 2 },
        podTemplate: {
          labels: { study: 'propagation', 'utxo.com.br/network': 'mine' },
          nodeSelector: { disk: 'nvme' },
        },
      },
    },
  },
};

function text(objects: readonly KubeObject[]): string {
  return objects
    .map(each => stringify(each, { aliasDuplicateObjects: false }))
    .join('---\n');
}

function golden(name: string, actual: string): string {
  const file = join(__dirname, '__golden__', `${name}.yaml`);
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, actual);
  return readFileSync(file, 'utf8');
}

function members(replicas: number, spec: MoneroNetworkSpec = {}) {
  return desiredChildren(network({ ...spec, replicas })).filter(isMember);
}

function peers(member: KubeObject): string[] {
  return (member.spec as { peers: string[] }).peers;
}

describe('desiredChildren of a network', () => {
  it.each(Object.entries(GOLDEN))('of %s are golden', (name, spec) => {
    const actual = text(desiredChildren(network(spec)));
    expect(actual).toBe(golden(name, actual));
  });

  it('are node sets whose own children are golden too', () => {
    const [, second] = members(3);
    const images = {
      monerod: 'monerod:1',
      exporter: 'portal:1',
      tor: 'tor:1',
      i2pd: 'i2pd:1',
    };
    const nodeSet = parseNodeSet({
      ...second,
      metadata: { ...second.metadata, uid: 'uid-of-member' },
    });
    const actual = text(childrenOfNodeSet(nodeSet, images));
    expect(actual).toBe(golden('member', actual));
  });

  it('are node sets that the API server accepts, up to the longest name', () => {
    const longest = rawNetwork({ replicas: 100 }, { name: 'n'.repeat(37) });
    for (const member of desiredChildren(parseNetwork(longest)).filter(
      isMember,
    )) {
      expect(validateManifest(member)).toEqual([]);
    }
  });

  it('connect every pair, and name no member that may leave before', () => {
    const all = members(20);
    all.forEach((member, i) => {
      const below = all.slice(0, i).map(each => each.metadata.name);
      const named = peers(member).map(peer => peer.split('-peer.')[0]);
      expect(named).toEqual(i === 0 ? ['regtest-1'] : below);
    });
  });

  it('have a Service for every address that a member is given', () => {
    const children = desiredChildren(network({ replicas: 20 }));
    const services = children
      .filter(({ metadata }) => metadata.name.endsWith('-peer'))
      .map(
        ({ metadata }) => `${metadata.name}.${metadata.namespace}.svc:18080`,
      );
    const named = new Set(children.filter(isMember).flatMap(peers));
    // Nobody calls the highest.
    expect([...named].sort()).toEqual(services.slice(0, -1).sort());
  });

  it('leave every member as it is when the network grows or shrinks, but the only one', () => {
    for (const [few, many] of [
      [2, 3],
      [19, 21],
    ]) {
      expect(members(many).slice(0, few)).toEqual(members(few));
    }
    expect(members(2)[0]).not.toEqual(members(1)[0]);
    expect(peers(members(1)[0])).toEqual([]);
  });

  it('belong to the network, and say so', () => {
    for (const { metadata } of desiredChildren(network())) {
      expect(metadata.namespace).toBe('lab');
      expect(metadata.labels).toMatchObject({
        'utxo.com.br/network': 'regtest',
      });
      expect(metadata.ownerReferences).toEqual([
        expect.objectContaining({
          kind: 'MoneroNetwork',
          uid: 'uid-of-regtest',
          controller: true,
        }),
      ]);
    }
  });

  it("hand on the network's owner, unless the template names another", () => {
    const owner = { 'utxo.com.br/owner': 'group:default/a' };
    const own = { 'utxo.com.br/owner': 'group:default/b' };
    const annotationsOf = (spec: MoneroNetworkSpec) =>
      desiredChildren(network(spec, { annotations: owner })).filter(isMember)[0]
        .metadata.annotations;
    expect(annotationsOf({})).toEqual(owner);
    expect(
      annotationsOf({ template: { metadata: { annotations: own } } }),
    ).toEqual(own);
  });
});

describe('members on Tor and I2P', () => {
  const addresses = (suffix: string) =>
    Object.fromEntries(
      [0, 1, 2].map(i => [`regtest-${i}-0`, `address${i}${suffix}`]),
    );
  const identities = {
    tor: addresses('.onion'),
    i2p: addresses('.b32.i2p'),
    foreign: false,
  };
  const specs = (replicas: number, template: object) =>
    desiredChildren(
      network({ replicas, template: { spec: template } }),
      identities,
    )
      .filter(isMember)
      .map(({ spec }) => spec as MoneroNodeSetSpec);

  it('are peers there as they are on the clearnet, with the keys of the network', () => {
    const [first, , third] = specs(3, {
      tor: { enabled: true, rpc: true },
      i2p: { enabled: true, secretRef: { name: 'mine' } },
    });
    expect(first.tor).toEqual({
      enabled: true,
      rpc: true,
      secretRef: { name: 'regtest-tor' },
      peers: ['address1.onion:18083'],
    });
    expect(third.tor?.peers).toEqual([
      'address0.onion:18083',
      'address1.onion:18083',
    ]);
    expect(third.i2p).toEqual({
      enabled: true,
      secretRef: { name: 'mine' },
      peers: ['address0.b32.i2p', 'address1.b32.i2p'],
    });
    // Blocks travel the direct way.
    expect(third.peers).toHaveLength(2);
  });

  it('know nothing of both where both are off', () => {
    const [first] = specs(2, { tor: { enabled: false } });
    expect(first.tor).toEqual({ enabled: false, rpc: false });
    expect(first.i2p).toBeUndefined();
  });

  it('change nothing of the others when one more joins', () => {
    const tor = { enabled: true };
    expect(specs(3, { tor }).slice(0, 2)).toEqual(specs(2, { tor }));
  });
});
