import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { withMiningDefaults } from './mining/withMiningDefaults';
import {
  parseMiningNodeSet,
  parseNetwork,
  parseNodeSet,
} from './parseManifest';
import { withDefaults } from './withDefaults';

const EXAMPLES = join(__dirname, '..', '..', '..', 'examples');

function example(name: string) {
  return withDefaults(
    parseNodeSet(parse(readFileSync(join(EXAMPLES, name), 'utf8'))),
  );
}

function miners(name: string) {
  return withMiningDefaults(
    parseMiningNodeSet(parse(readFileSync(join(EXAMPLES, name), 'utf8'))),
  );
}

describe('the examples', () => {
  it('nodes.yaml are three public mainnet nodes on machines of their own', () => {
    expect(example('nodes.yaml')).toMatchObject({
      replicas: 3,
      hardAntiAffinity: true,
      network: 'mainnet',
      diskSize: '400Gi',
      monerod: {
        args: [
          '--public-node',
          '--enable-dns-blocklist',
          '--enforce-dns-checkpointing',
          '--out-peers=1024',
          '--in-peers=1024',
          '--limit-rate=128000',
        ],
      },
    });
  });

  it('regtest.yaml are three small nodes of a private chain', () => {
    expect(example('regtest.yaml')).toMatchObject({
      replicas: 3,
      network: 'regtest',
      diskSize: '1Gi',
      monerod: {
        args: [],
        resources: { requests: { memory: '256Mi' } },
      },
    });
  });

  it('network.yaml is a closed network of twenty', () => {
    const path = join(EXAMPLES, 'network.yaml');
    const { spec } = parseNetwork(parse(readFileSync(path, 'utf8')));
    expect(spec).toMatchObject({
      replicas: 20,
      paused: false,
      template: {
        spec: {
          network: 'regtest',
          monerod: { args: ['--regtest', '--fixed-difficulty=1'] },
        },
      },
    });
  });

  it('miners.yaml are ten miners at a pool on machines of their own', () => {
    const spec = miners('miners.yaml');
    expect(spec).toMatchObject({
      replicas: 10,
      hardAntiAffinity: true,
      hugePages: false,
      xmrig: { resources: { requests: { memory: '2560Mi' } } },
    });
    expect(spec.daemonRef).toBeUndefined();
    expect(spec.xmrig.args[3]).toMatch(/\.node-\$\(id\)$/);
  });

  it('regtest-miners.yaml mine solo for regtest.yaml', () => {
    expect(miners('regtest-miners.yaml')).toMatchObject({
      replicas: 2,
      daemonRef: { kind: 'MoneroNodeSet', name: 'regtest' },
      xmrig: { resources: { limits: { cpu: '200m' } } },
    });
  });
});
