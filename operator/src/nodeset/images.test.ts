import { nodeSet } from '../testing/nodeSets';
import { statefulSet } from './children/statefulSet';
import { chooseImages, Images } from './images';
import { StatefulSet } from '../machinery/kubeTypes';

const SIDECARS = { tor: 'tor:1', i2pd: 'i2pd:1' };
const OLD: Images = { monerod: 'monerod:1', exporter: 'portal:1', ...SIDECARS };
const NEW: Images = { monerod: 'monerod:2', exporter: 'portal:2', ...SIDECARS };

describe('chooseImages', () => {
  const running = (set = nodeSet(), images = OLD) =>
    statefulSet(set, images) as StatefulSet;

  it('takes the defaults for a new set', () => {
    expect(chooseImages(nodeSet(), undefined, NEW)).toEqual(NEW);
  });

  it("takes the user's image", () => {
    const set = nodeSet({ monerod: { image: 'own:1' } });
    expect(chooseImages(set, undefined, NEW)).toEqual({
      ...NEW,
      monerod: 'own:1',
    });
  });

  it('keeps what runs over an upgrade of the operator', () => {
    expect(chooseImages(nodeSet(), running(), NEW)).toEqual(OLD);
    expect(chooseImages(nodeSet({ replicas: 5 }), running(), NEW)).toEqual(OLD);
  });

  it('keeps the sidecars that run, and takes new ones where none did', () => {
    const newer = { ...NEW, tor: 'tor:2', i2pd: 'i2pd:2' };
    const onTor = nodeSet({ tor: { enabled: true } });
    const images = chooseImages(onTor, running(onTor), newer);
    expect(images).toEqual({ ...OLD, i2pd: 'i2pd:2' });
  });

  it('is not misled by an image that somebody wrote into the template or the status', () => {
    const edited = running();
    const containers = edited.spec?.template?.spec?.containers ?? [];
    for (const container of containers) container.image = 'evil:1';
    const set = { ...nodeSet(), status: { resolved: { image: 'evil:1' } } };
    expect(containers).toHaveLength(2);
    expect(chooseImages(set, edited, NEW)).toEqual(OLD);
  });

  it.each(['', 'nonsense', '{}', 'null', '{"monerod":1,"exporter":2}'])(
    'goes by the template when the note about images is %j',
    note => {
      const set = running();
      set.metadata.annotations = {
        ...set.metadata.annotations,
        'utxo.com.br/images': note,
      };
      expect(chooseImages(nodeSet(), set, NEW)).toEqual(OLD);
    },
  );

  it('moves to the new defaults when the user changes monerod anyway', () => {
    const set = nodeSet({ monerod: { args: ['--out-peers=8'] } });
    expect(chooseImages(set, running(), NEW)).toEqual(NEW);
  });

  it("goes back to the default when the user's image is taken away", () => {
    const before = nodeSet({ monerod: { image: 'own:1' } });
    const set = running(before, { ...OLD, monerod: 'own:1' });
    expect(chooseImages(nodeSet(), set, NEW).monerod).toBe('monerod:2');
  });
});
