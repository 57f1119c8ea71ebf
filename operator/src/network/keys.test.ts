import { IDENTITIES_ANNOTATION } from '../nodeset/identities';
import { parseNodeSet } from '../nodeset/spec';
import { network } from '../testing/networks';
import { desiredChildren, isMember } from './children';
import { MemberIdentities, memberPod } from './identities';
import { Member } from './observe';

const TEMPLATE = { template: { spec: { tor: { enabled: true } } } };

/** Addresses of members 0, 1, ... by the letters of a word. */
const keys = (word: string): MemberIdentities => ({
  tor: Object.fromEntries(
    [...word].map((letter, i) => [
      memberPod('regtest', i),
      `${letter.repeat(56)}.onion`,
    ]),
  ),
  i2p: {},
  foreign: true,
});

const members = (word: string, observed: readonly Member[] = []) =>
  desiredChildren(
    network({ ...TEMPLATE, replicas: word.length }),
    keys(word),
    observed,
  ).filter(isMember) as Member[];

const revisions = (of: readonly Member[]) =>
  of.map(each => parseNodeSet(each).givenKeys?.revision);

describe('keys of members', () => {
  it('are noted from the first on, and change no pod', () => {
    const first = members('abcd');
    expect(revisions(first)).toEqual(Array(4).fill(undefined));
    expect(
      first.every(
        ({ metadata, spec }) =>
          metadata.annotations?.[IDENTITIES_ANNOTATION] !== undefined &&
          spec?.podTemplate?.annotations === undefined,
      ),
    ).toBe(true);
  });

  it('that all changed are one revision, which stays', () => {
    const after = members('wxyz', members('abcd'));
    const [one, ...rest] = revisions(after);
    expect(one).toBeDefined();
    expect(rest).toEqual(Array(3).fill(one));
    expect(revisions(members('wxyz', after))).toEqual(revisions(after));
  });

  it('that changed concern their member and those that call it', () => {
    // 0 calls 1, 1 calls 0, 2 calls 0 and 1, 3 calls 0, 1 and 2.
    const changed = revisions(members('abxd', members('abcd')));
    expect(changed.map(each => each !== undefined)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('of new members concern nobody else', () => {
    const before = members('abc');
    expect(revisions(members('abcd', before))).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('are nothing where there are none', () => {
    const [plain] = desiredChildren(network()).filter(isMember);
    expect(plain.metadata.annotations).toBeUndefined();
    expect(parseNodeSet(plain).givenKeys).toBeUndefined();
  });

  it('are its own matter in a set that no network controls', () => {
    const [member] = members('abc');
    const { ownerReferences: _, ...metadata } = member.metadata;
    expect(parseNodeSet({ ...member, metadata }).givenKeys).toBeUndefined();
  });
});
