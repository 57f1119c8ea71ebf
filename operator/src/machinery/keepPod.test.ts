import { KubeObject } from '@monero-portal/kube-client';
import { minersOf } from '../miningnodeset/miners';
import { nodesOf } from '../nodeset/nodes';
import { minerPod } from '../testing/miningNodeSets';
import { onTor, pod } from '../testing/nodeSets';
import { keepPod } from './keepPod';
import { Pod } from './kubeTypes';

/** As the API server has it, with much that nobody reads. */
function asListed(of: Pod): Pod {
  const listed: KubeObject = {
    ...of,
    metadata: { ...of.metadata, annotations: { long: 'x'.repeat(5_000) } },
    spec: {
      ...of.spec,
      containers: [
        { name: 'monerod', args: ['--offline'], env: [{ name: 'POD_NAME' }] },
      ],
      volumes: [{ name: 'data' }],
    },
  };
  return listed as Pod;
}

describe('keepPod', () => {
  const pods = [
    pod(0),
    pod(1, { ready: 'False' }),
    pod(2, { terminating: true }),
    pod(3, { revision: 'nodes-old' }),
    pod(4, onTor(false)),
    pod(5, { status: undefined }),
  ].map(asListed);

  it('leaves out what nobody reads', () => {
    const text = JSON.stringify(pods.map(keepPod));
    expect(text).not.toMatch(/xxx|POD_NAME|volumes/);
    expect(text).toContain('--offline');
  });

  it('keeps what a node is judged by', () => {
    const judge = (of: Pod[]) => nodesOf('nodes', of, 'nodes-new');
    expect(judge(pods)).toHaveLength(6);
    expect(judge(pods.map(keepPod))).toEqual(judge(pods));
  });

  it('keeps what a miner is judged by', () => {
    const miners = [minerPod(0), minerPod(1, { ready: 'False' })].map(asListed);
    const judge = (of: Pod[]) => minersOf('miners', of, 'miners-new');
    expect(judge(miners)).toHaveLength(2);
    expect(judge(miners.map(keepPod))).toEqual(judge(miners));
  });

  it('keeps the version, by which news are told from old news', () => {
    const { metadata } = pod(0);
    const listed = {
      ...pod(0),
      metadata: { ...metadata, resourceVersion: '7' },
    };
    expect(keepPod(listed).metadata).toMatchObject({
      resourceVersion: '7',
      uid: metadata.uid,
      ownerReferences: metadata.ownerReferences,
    });
  });
});
