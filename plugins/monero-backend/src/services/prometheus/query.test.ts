import { podObject } from '../../testing/fakeKube';
import { observePod, type ObservedPod } from '../clusters/observed';
import { chunksOf } from './chunks';
import { queryOf } from './query';

describe('queryOf', () => {
  it('asks for what samples are made of, and when it was scraped', () => {
    const query = queryOf(['monero', 'wallets'], { cluster: 'eu"1' });
    const where =
      'namespace=~"monero|wallets",pod!="",container=~"|exporter",cluster="eu\\"1"';
    const [ofSamples, ofTimes] = query.split(' or ');
    expect(ofSamples).toMatch(
      /^max by \(__name__,namespace,pod,[a-z,]+\) \(\{__name__=~"up\|monero_up\|[a-z0-9_|]+",collector=~"\|local_peers",/,
    );
    expect(ofSamples.endsWith(`,${where}})`)).toBe(true);
    expect(ofTimes).toBe(
      `label_replace(max by (namespace,pod) (timestamp(up{${where}})),"portal","scraped_at","","")`,
    );
  });

  it('lets the matchers name the container', () => {
    const query = queryOf(['monero'], { container: 'metrics' });
    expect(query.match(/container[^,}]*/g)).toEqual([
      'container="metrics"',
      'container="metrics"',
    ]);
  });
});

describe('chunksOf', () => {
  const podsIn = (namespace: string, count: number): ObservedPod[] =>
    Array.from({ length: count }, (_, index) => ({
      ...(observePod(podObject(`web-${index}`)) as ObservedPod),
      namespace,
    }));
  const sizes = (...counts: number[]) =>
    chunksOf(
      counts.flatMap((count, index) => podsIn(`n${index}`, count)),
      10,
    ).map(({ namespaces, pods }) => [namespaces.join(), pods.length]);

  it.each([
    ['nothing', [], []],
    ['one group of what is few', [3, 4, 3], [['n0,n1,n2', 10]]],
    [
      'another group of what is too many',
      [3, 8, 2],
      [
        ['n0', 3],
        ['n1,n2', 10],
      ],
    ],
    [
      'a group of its own for a namespace with more',
      [2, 25, 1],
      [
        ['n0', 2],
        ['n1', 25],
        ['n2', 1],
      ],
    ],
  ])('makes %s', (_, counts, expected) => {
    expect(sizes(...counts)).toEqual(expected);
  });
});
