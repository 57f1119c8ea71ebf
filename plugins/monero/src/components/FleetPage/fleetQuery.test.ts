import { aFleetItem } from '../../__testUtils__';
import { orderOf, readQuery, select, SORTS, withParam } from './fleetQuery';

const FLEET = [
  aFleetItem({ name: 'calm', owner: 'group:default/b' }),
  aFleetItem({
    name: 'broken',
    cluster: 'lab',
    owner: undefined,
    verdict: { state: 'Down', headline: '' },
    severity: 'critical',
  }),
  aFleetItem({
    name: 'full',
    owner: 'group:default/a',
    severity: 'warning',
    finding: {
      code: 'DiskNearlyFull',
      what: 'The disk of full-0 is nearly full',
    },
  }),
  aFleetItem({ kind: 'MoneroMiningNodeSet', name: 'rig', network: undefined }),
];

const shown = (address: string) =>
  select(FLEET, readQuery(new URLSearchParams(address))).map(
    ({ name }) => name,
  );

describe('what of the fleet is shown', () => {
  it.each([
    ['', ['broken', 'full', 'calm', 'rig'], 'what is wrong first'],
    ['sort=name', ['broken', 'calm', 'full', 'rig'], 'by name'],
    ['sort=-name', ['rig', 'full', 'calm', 'broken'], 'by name, turned round'],
    [
      'sort=nonsense',
      ['broken', 'full', 'calm', 'rig'],
      'as if it were not there',
    ],
    [
      'sort=owner',
      ['full', 'calm', 'rig', 'broken'],
      'by owner, those without last',
    ],
    ['q=DISK full', ['full'], 'every word, in any case'],
    ['q=lab', ['broken'], 'a word of the place'],
    ['q=nothing-like-it', [], 'none'],
    ['state=look', ['broken', 'full'], 'all that wants a look'],
    ['state=Down', ['broken'], 'one state'],
    ['kind=MoneroMiningNodeSet', ['rig'], 'one kind'],
    ['cluster=dev&owner=group:default/b', ['calm'], 'both'],
  ])('for "%s" is %j: %s', (address, expected) => {
    expect(shown(address)).toEqual(expected);
  });

  it.each(SORTS.flatMap(sort => [sort, `-${sort}`] as const))(
    'tells the order %s as the address has it',
    order => {
      expect(orderOf(readQuery(new URLSearchParams({ sort: order })))).toBe(
        order,
      );
    },
  );

  it('is kept in the address', () => {
    const params = new URLSearchParams('q=a&sort=name');
    expect(withParam(params, 'cluster', 'dev').toString()).toBe(
      'q=a&sort=name&cluster=dev',
    );
    expect(withParam(params, 'q', '').toString()).toBe('sort=name');
  });
});
