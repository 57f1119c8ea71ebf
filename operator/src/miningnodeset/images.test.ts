import { StatefulSet } from '../machinery/kubeTypes';
import { miningNodeSet, SOLO } from '../testing/miningNodeSets';
import { chooseImages, imagesFor, IMAGES_FOR_ANNOTATION } from './images';

const defaults = { xmrig: 'xmrig:2', exporter: 'portal:2' };
const set = miningNodeSet();

/** Miners that run what an older operator chose for these words. */
function running(chosenFor: string): StatefulSet {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: {
      name: 'miners',
      annotations: { [IMAGES_FOR_ANNOTATION]: chosenFor },
    },
    spec: {
      template: {
        spec: {
          containers: [
            { name: 'xmrig', image: 'xmrig:1' },
            { name: 'exporter', image: 'portal:1' },
          ],
        },
      },
    },
  };
}

describe('chooseImages of miners', () => {
  it('takes the defaults at first', () => {
    expect(chooseImages(set, undefined, defaults)).toEqual(defaults);
  });

  it('keeps what runs through an upgrade of the operator', () => {
    expect(chooseImages(set, running(imagesFor(set)), defaults)).toEqual({
      xmrig: 'xmrig:1',
      exporter: 'portal:1',
    });
  });

  it('moves on when the user changes the miner', () => {
    const changed = miningNodeSet({ ...SOLO, xmrig: { args: ['-t', '1'] } });
    expect(chooseImages(changed, running(imagesFor(set)), defaults)).toEqual(
      defaults,
    );
  });

  it('takes the image that the user names', () => {
    const own = miningNodeSet({ ...SOLO, xmrig: { image: 'own:1' } });
    expect(chooseImages(own, undefined, defaults).xmrig).toBe('own:1');
  });
});
