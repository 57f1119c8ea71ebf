import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MoneroMiningNodeSetSpec } from '@monero-portal/monero-api';
import { parse, stringify } from 'yaml';
import { miningNodeSet, ON_NETWORK, SOLO } from '../testing/miningNodeSets';
import { desiredChildren } from './children';

const images = {
  xmrig: 'example.org/xmrig:6.22.2',
  exporter: 'example.org/monero-portal:0.1.0',
  tor: 'example.org/tor:0.4.9',
  i2pd: 'example.org/i2pd:2.56.0',
};

/** The spec of an example, as users apply it. */
function example(file: string): MoneroMiningNodeSetSpec {
  const path = join(__dirname, '../../../examples', file);
  return parse(readFileSync(path, 'utf8')).spec;
}

/** Change on purpose with UPDATE_GOLDEN=1, and read the difference. */
const GOLDEN: Record<string, MoneroMiningNodeSetSpec> = {
  'example-miners': example('miners.yaml'),
  'example-regtest-miners': example('regtest-miners.yaml'),
  'of-a-network': ON_NETWORK,
  'huge-pages': { ...SOLO, hugePages: true },
  everything: {
    replicas: 3,
    xmrig: {
      image: 'example.org/own:1',
      args: [
        '-o',
        'pool:5556',
        '-u',
        'x',
        '-o',
        'pool:443',
        '--self-select=node:18081',
      ],
      resources: { requests: { cpu: 1, memory: '3Gi' } },
    },
    podTemplate: {
      labels: { team: 'mining', 'app.kubernetes.io/instance': 'mine' },
      annotations: { 'example.org/a': 'b' },
      nodeSelector: { disk: 'none' },
      tolerations: [{ key: 'mining', operator: 'Exists' }],
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'topology.kubernetes.io/zone',
          whenUnsatisfiable: 'ScheduleAnyway',
        },
      ],
      priorityClassName: 'low',
      imagePullSecrets: [{ name: 'registry' }],
    },
  },
};

describe('desiredChildren of miners', () => {
  it.each(Object.entries(GOLDEN))('of %s are golden', (name, spec) => {
    const file = join(__dirname, '__golden__', `${name}.yaml`);
    const text = desiredChildren(miningNodeSet(spec), images)
      .map(each => stringify(each, { aliasDuplicateObjects: false }))
      .join('---\n');
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
    expect(existsSync(file)).toBe(true);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  it('have a PodMonitor among them where the cluster knows that', () => {
    const file = join(__dirname, '__golden__', 'pod-monitor.yaml');
    const withIt = desiredChildren(miningNodeSet(), images, {
      podMonitors: true,
    });
    const added = withIt.filter(({ kind }) => kind === 'PodMonitor');
    const text = added.map(each => stringify(each)).join('---\n');
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
    expect(withIt.filter(each => !added.includes(each))).toEqual(
      desiredChildren(miningNodeSet(), images),
    );
    expect(withIt[withIt.length - 1].kind).toBe('StatefulSet');
  });

  it('belong to the mining set, all of them', () => {
    const children = desiredChildren(miningNodeSet(), images, {
      podMonitors: true,
    });
    for (const child of children) {
      expect(child.metadata.ownerReferences).toEqual([
        expect.objectContaining({ uid: 'uid-of-miners', controller: true }),
      ]);
    }
  });

  it('of two sets select pods of their own', () => {
    const selectors = ['one', 'two'].map(name => {
      const children = desiredChildren(miningNodeSet(SOLO, { name }), images);
      return (children[2].spec as { selector: unknown }).selector;
    });
    expect(selectors[0]).not.toEqual(selectors[1]);
  });

  it('change no pod template when the set is scaled', () => {
    const template = (replicas: number) => {
      const set = miningNodeSet({ ...SOLO, replicas });
      return (desiredChildren(set, images)[2].spec as { template: unknown })
        .template;
    };
    expect(template(0)).toEqual(template(10));
  });
});
