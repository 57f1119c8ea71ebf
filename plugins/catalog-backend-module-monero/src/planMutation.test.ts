import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import {
  clusterEntity,
  NOTHING_KNOWN,
  planMutation,
  type Known,
  type Reading,
} from './planMutation';
import { fleetItem } from './__testUtils__';
import { toEntity } from './toEntity';

const DEFAULTS = {
  defaultOwner: 'group:default/guests',
  appBaseUrl: 'https://portal.example.com',
  namespaces: {},
  clusterEntities: false,
};

type State = Reading['clusters'][number]['state'];

/** `reading({a: 'connected'}, 'a/one', 'a/two')`: clusters, then cluster/name of node sets. */
function reading(
  clusters: Record<string, State>,
  ...nodeSets: string[]
): Reading {
  return {
    clusters: Object.entries(clusters).map(([name, state]) => ({
      name,
      state,
    })),
    entities: nodeSets.map(text => {
      const [cluster, name, owner] = text.split('/');
      return clusterEntity(
        cluster,
        toEntity(fleetItem({ cluster, name, owner }), DEFAULTS),
      );
    }),
  };
}

/** `full a.monero.one`, `delta +a.monero.one -a.monero.two`, `nothing`. */
function describeMutation(mutation?: EntityProviderMutation): string {
  if (!mutation) {
    return 'nothing';
  }
  const nameOf = (item: object) =>
    'entity' in item
      ? (item as { entity: { metadata: { name: string } } }).entity.metadata
          .name
      : '?';
  const words =
    mutation.type === 'full'
      ? mutation.entities.map(nameOf)
      : [
          ...mutation.added.map(item => `+${nameOf(item)}`),
          ...mutation.removed.map(item => `-${nameOf(item)}`),
        ];
  return [mutation.type, ...words].join(' ');
}

/** Applies the readings one after the other and tells what each led to. */
function play(...readings: Reading[]): string[] {
  let known: Known = NOTHING_KNOWN;
  return readings.map(next => {
    const plan = planMutation(known, next, 'key');
    known = plan.known;
    return describeMutation(plan.mutation);
  });
}

const up = { a: 'connected' } as const;
const bothUp = { a: 'connected', b: 'connected' } as const;
const bAway = { a: 'connected', b: 'unreachable' } as const;
const bConnecting = { a: 'connected', b: 'connecting' } as const;

describe('planMutation', () => {
  it('replaces everything on the first complete reading, then only tells changes', () => {
    expect(
      play(
        reading(up, 'a/one'),
        reading(up, 'a/one'),
        reading(up, 'a/one', 'a/two'),
        reading(up, 'a/two'),
      ),
    ).toEqual([
      'full a.monero.one',
      'nothing',
      'full a.monero.one a.monero.two',
      'full a.monero.two',
    ]);
  });

  it('sends a node set whose owner changed', () => {
    expect(play(reading(up, 'a/one/x'), reading(up, 'a/one/y'))).toEqual([
      'full a.monero.one',
      'full a.monero.one',
    ]);
  });

  it('empties the catalog when connected clusters have no node sets', () => {
    expect(play(reading(up))).toEqual(['full']);
  });

  it('keeps the node sets of a cluster that is away, whether it is still told of them or not', () => {
    expect(
      play(
        reading(bothUp, 'a/one', 'b/two'),
        reading(bAway, 'a/one', 'b/two'),
        reading(bAway, 'a/one'),
        reading(bConnecting, 'a/one'),
        reading(bothUp, 'a/one', 'b/two'),
      ),
    ).toEqual([
      'full a.monero.one b.monero.two',
      'nothing',
      'nothing',
      'nothing',
      'nothing',
    ]);
  });

  it('still adds and removes node sets of the clusters that are there', () => {
    expect(
      play(
        reading(bothUp, 'a/one', 'b/two'),
        reading(bAway, 'a/three'),
        reading(bothUp, 'a/three', 'b/two'),
      ),
    ).toEqual([
      'full a.monero.one b.monero.two',
      'delta +a.monero.three -a.monero.one',
      'nothing',
    ]);
  });

  it('removes what was removed while the cluster was away', () => {
    expect(
      play(
        reading(bothUp, 'a/one', 'b/two'),
        reading(bAway, 'a/one'),
        reading(bothUp, 'a/one'),
      ),
    ).toEqual([
      'full a.monero.one b.monero.two',
      'nothing',
      'full a.monero.one',
    ]);
  });

  it('wipes nothing when it begins while a cluster is away, and cleans up when all are there', () => {
    expect(
      play(
        reading(bAway),
        reading(bAway, 'a/one'),
        reading(bothUp, 'a/one', 'b/two'),
      ),
    ).toEqual([
      'nothing',
      'delta +a.monero.one',
      'full a.monero.one b.monero.two',
    ]);
  });

  it('sends a full reading after partial ones even when nothing changed since', () => {
    expect(play(reading(bAway, 'a/one'), reading(bothUp, 'a/one'))).toEqual([
      'delta +a.monero.one',
      'full a.monero.one',
    ]);
  });

  it('removes the node sets of a cluster that is no longer configured', () => {
    expect(
      play(reading(bothUp, 'a/one', 'b/two'), reading(up, 'a/one')),
    ).toEqual(['full a.monero.one b.monero.two', 'full a.monero.one']);
  });

  it('removes nothing on the word of a portal that does not know its clusters yet', () => {
    const locating = { ...reading(up, 'a/three'), locating: true };
    expect(
      play(
        { ...reading({}), locating: true },
        reading(bothUp, 'a/one', 'b/two'),
        { ...reading({}), locating: true },
        locating,
        reading(bothUp, 'a/three', 'b/two'),
        reading(up, 'a/three'),
      ),
    ).toEqual([
      'nothing',
      'full a.monero.one b.monero.two',
      'nothing',
      'delta +a.monero.three -a.monero.one',
      'nothing',
      'full a.monero.three',
    ]);
  });

  it('names itself as the source of every entity', () => {
    const { mutation } = planMutation(
      NOTHING_KNOWN,
      reading(up, 'a/one'),
      'monero-node-sets',
    );
    expect(mutation).toMatchObject({
      entities: [{ locationKey: 'monero-node-sets' }],
    });
  });
});
