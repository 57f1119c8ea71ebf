import {
  snapshotSchema,
  type FleetItem,
} from '@monero-portal/plugin-monero-common';
import { healthWith } from '../../testing/rows';
import { FleetSnapshot } from './FleetSnapshot';
import { toFleetItem } from './toFleetItem';

const item = (name: string, change: Partial<FleetItem> = {}): FleetItem => ({
  ...toFleetItem('MoneroNodeSet', healthWith({ name })),
  ...change,
});
const names = (items: readonly { name: string }[]) =>
  items.map(({ name }) => name);

describe('FleetSnapshot', () => {
  it('gives everything to who asks for the first time', () => {
    const fleet = new FleetSnapshot();
    fleet.put(item('web'));
    fleet.put(item('api'));
    const answer = snapshotSchema.parse(fleet.read({}, []));
    expect(answer).toMatchObject({ complete: true, revision: 2, removed: [] });
    expect(names(answer.items)).toEqual(['web', 'api']);
  });

  it('gives what has changed and what is gone since', () => {
    const fleet = new FleetSnapshot();
    ['web', 'api', 'old'].forEach(name => fleet.put(item(name)));
    const { epoch, revision } = fleet.read({}, []);
    fleet.put(item('api', { readyReplicas: 0 }));
    fleet.remove(item('old'));
    const answer = fleet.read({ epoch, since: revision }, []);
    expect(answer).toMatchObject({ complete: false, revision: 5 });
    expect(names(answer.items)).toEqual(['api']);
    expect(names(answer.removed)).toEqual(['old']);
  });

  it('says nothing where nothing has changed', () => {
    const fleet = new FleetSnapshot();
    expect(fleet.put(item('web'))).toBe(true);
    expect(fleet.put(item('web'))).toBe(false);
    expect(fleet.remove(item('api'))).toBe(false);
    const { epoch, revision } = fleet.read({}, []);
    expect(fleet.read({ epoch, since: revision }, [])).toMatchObject({
      complete: false,
      items: [],
      removed: [],
    });
  });

  it('does not call gone what has come back', () => {
    const fleet = new FleetSnapshot();
    fleet.put(item('web'));
    const { epoch, revision } = fleet.read({}, []);
    fleet.remove(item('web'));
    fleet.put(item('web'));
    const answer = fleet.read({ epoch, since: revision }, []);
    expect(names(answer.items)).toEqual(['web']);
    expect(answer.removed).toEqual([]);
  });

  it('shows nobody what is not covered, nor that it is gone', () => {
    const fleet = new FleetSnapshot();
    const mine = { owner: 'group:default/mine' };
    const theirs = { owner: 'group:default/theirs' };
    const covers = ({ owner }: { owner?: string }) => owner === mine.owner;
    fleet.put(item('web', mine));
    fleet.put(item('secret', theirs));
    const first = fleet.read({}, [], covers);
    expect(names(first.items)).toEqual(['web']);
    fleet.put(item('secret', { ...theirs, readyReplicas: 0 }));
    fleet.remove(item('secret'));
    const { epoch, revision: since } = first;
    const second = fleet.read({ epoch, since }, [], covers);
    expect([second.items, second.removed]).toEqual([[], []]);
  });

  it('calls gone what now belongs to others, for them it is new', () => {
    const fleet = new FleetSnapshot();
    fleet.put(item('web', { owner: 'a' }));
    const { epoch, revision: since } = fleet.read({}, []);
    fleet.put(item('web', { owner: 'b' }));
    const readAs = (who: string) =>
      fleet.read({ epoch, since }, [], ({ owner }) => owner === who);
    expect(names(readAs('a').removed)).toEqual(['web']);
    expect(readAs('a').items).toEqual([]);
    expect(names(readAs('b').items)).toEqual(['web']);
    expect(readAs('b').removed).toEqual([]);
  });

  it.each([
    ['of an earlier run of the backend', { epoch: 'earlier', since: 1 }],
    ['that names no revision', {}],
  ])('gives everything to a page %s', (_, query) => {
    const fleet = new FleetSnapshot();
    fleet.put(item('web'));
    expect(fleet.read(query, []).complete).toBe(true);
  });

  it('gives everything to who missed more removals than are remembered', () => {
    const fleet = new FleetSnapshot();
    fleet.put(item('web'));
    const { epoch, revision } = fleet.read({}, []);
    for (let index = 0; index <= 1_000; index++) {
      fleet.put(item(`n${index}`));
      fleet.remove(item(`n${index}`));
    }
    expect(fleet.read({ epoch, since: revision }, []).complete).toBe(true);
  });
});
