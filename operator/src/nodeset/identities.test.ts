import { nodeSet } from '../testing/nodeSets';
import { StatefulSet } from '../machinery/kubeTypes';
import { statefulSet } from './children/statefulSet';
import { noteIdentities } from './identities';

const images = { monerod: 'm', exporter: 'e', tor: 't', i2pd: 'i' };
const addresses = (...names: string[]) =>
  Object.fromEntries(names.map((name, i) => [`nodes-${i}`, `${name}.onion`]));

/** The set that runs with these addresses. */
function running(tor: Record<string, string>, before?: StatefulSet) {
  const identityNote = noteIdentities({ tor, i2p: {} }, before);
  const set = nodeSet({ tor: { enabled: true } });
  return statefulSet(set, images, { identityNote }) as StatefulSet;
}

const template = (set: StatefulSet) => JSON.stringify(set.spec?.template);

describe('keys of pods', () => {
  it('of new pods change no template', () => {
    const two = running(addresses('a', 'b'));
    const three = running(addresses('a', 'b', 'c'), two);
    expect(template(three)).toBe(template(two));
    expect(template(running(addresses('a', 'b'), three))).toBe(template(two));
  });

  it('that changed are a new revision, once', () => {
    const before = running(addresses('a', 'b'));
    const after = running(addresses('a', 'x'), before);
    expect(template(after)).not.toBe(template(before));
    expect(template(running(addresses('a', 'x'), after))).toBe(template(after));
    expect(template(running(addresses('a', 'x', 'y'), after))).toBe(
      template(after),
    );
  });

  it('of a member of a network count when the network says so', () => {
    const before = running(addresses('a'));
    const note = (tor: Record<string, string>, revision?: string) =>
      noteIdentities({ tor, i2p: {} }, before, undefined, { revision });
    expect(note(addresses('x'))?.revision).toBeUndefined();
    expect(note(addresses('x'), 'next')).toEqual({
      known: expect.stringContaining('x.onion'),
      revision: 'next',
    });
  });

  it('keep the revision that a member had before its network told it one', () => {
    const first = running(addresses('a'));
    const before = running(addresses('x'), first);
    const { revision } = noteIdentities(
      { tor: addresses('x'), i2p: {} },
      before,
    )!;
    expect(revision).toBeDefined();
    expect(
      noteIdentities({ tor: addresses('x'), i2p: {} }, before, undefined, {}),
    ).toMatchObject({ revision });
  });

  it('of a second network are none', () => {
    const tor = addresses('a');
    const before = running(tor);
    const note = noteIdentities({ tor, i2p: { 'nodes-0': 'b32' } }, before);
    expect(note?.revision).toBeUndefined();
  });

  it('are not noted where there are none, nor that of the whole set', () => {
    expect(noteIdentities({ tor: {}, i2p: {} }, undefined)).toBeUndefined();
    const before = running({ ...addresses('a'), rpc: 'r.onion' });
    const after = running({ ...addresses('a'), rpc: 's.onion' }, before);
    expect(template(after)).toBe(template(before));
  });
});
