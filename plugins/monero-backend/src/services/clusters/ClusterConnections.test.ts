import { mockServices } from '@backstage/backend-test-utils';
import type { ClusterConfig } from '../../config/clusterConfig';
import { ClusterConnections } from './ClusterConnections';

const cluster = (name: string, server = 'https://a'): ClusterConfig => ({
  name,
  target: { server },
});

function setup() {
  const told: string[] = [];
  const all = new AbortController();
  const logger = mockServices.logger.mock();
  const connections = new ClusterConnections({
    logger,
    signal: all.signal,
    connect: ({ name, target }, signal) => {
      told.push(`${name} connected to ${target.server}`);
      signal.addEventListener('abort', () => told.push(`${name} stopped`));
    },
    forget: name => told.push(`${name} forgotten`),
  });
  const after = (act: () => void) => {
    told.length = 0;
    act();
    return [...told];
  };
  return { connections, after, all, logger };
}

describe('ClusterConnections', () => {
  it('connects what is new, lets go of what is gone, and leaves the rest alone', () => {
    const { connections, after } = setup();
    const set = (...names: string[]) =>
      after(() =>
        connections.set(
          'catalog',
          names.map(name => cluster(name)),
        ),
      );
    expect(set('a', 'b')).toEqual([
      'a connected to https://a',
      'b connected to https://a',
    ]);
    expect(set('b', 'c')).toEqual([
      'a stopped',
      'a forgotten',
      'c connected to https://a',
    ]);
    expect(set('b', 'c')).toEqual([]);
  });

  it('connects anew what has another address', () => {
    const { connections, after } = setup();
    connections.set('catalog', [cluster('a')]);
    expect(
      after(() => connections.set('catalog', [cluster('a', 'https://b')])),
    ).toEqual(['a stopped', 'a forgotten', 'a connected to https://b']);
  });

  it('believes who names a cluster first, and says so once', () => {
    const { connections, after, logger } = setup();
    connections.set('config', [cluster('a')]);
    const taken = () =>
      connections.set('catalog', [cluster('a', 'https://evil')]);
    expect(after(taken)).toEqual([]);
    expect(after(taken)).toEqual([]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(after(() => connections.set('catalog', []))).toEqual([]);
  });

  it('stops them all at the end, and forgets none', () => {
    const { connections, after, all } = setup();
    connections.set('config', [cluster('a')]);
    connections.set('catalog', [cluster('b')]);
    expect(after(() => all.abort())).toEqual(['a stopped', 'b stopped']);
    expect(after(() => connections.set('catalog', [cluster('c')]))).not.toEqual(
      expect.arrayContaining(['c connected to https://a']),
    );
  });
});
