import { KubeObject } from '@monero-portal/kube-client';
import { MoneroNodeSetSpec } from '@monero-portal/monero-api';
import { desiredChildren } from '../nodeset/children';
import { chooseImages } from '../nodeset/images';
import { templateInputs } from '../nodeset/templateInputs';
import { nodeSet } from '../testing/nodeSets';
import { imageIn } from './imageIn';
import { StatefulSet } from './kubeTypes';
import { pinTemplate, TEMPLATE_ANNOTATION } from './pinTemplate';

const OLD = { monerod: 'monerod:1', exporter: 'portal:1' };
const NEW = { monerod: 'monerod:2', exporter: 'portal:2' };
const ADOPT = { annotations: { 'utxo.com.br/adopt-defaults': 'today' } };

/** Children as an operator with these defaults makes them, beside those there. */
function children(
  defaults: typeof OLD,
  observed: readonly KubeObject[] = [],
  spec: MoneroNodeSetSpec = {},
  metadata: Partial<KubeObject['metadata']> = {},
): KubeObject[] {
  const set = nodeSet(spec, metadata);
  const desired = desiredChildren(set, chooseImages(set, defaults));
  return pinTemplate(desired, observed, { inputs: templateInputs(set) });
}

const setIn = (all: readonly KubeObject[]) =>
  all.find(({ kind }) => kind === 'StatefulSet') as StatefulSet;

const imagesIn = (all: readonly KubeObject[]) => ({
  monerod: imageIn(setIn(all), 'monerod'),
  exporter: imageIn(setIn(all), 'exporter'),
});

describe('pinTemplate', () => {
  it('makes new pods as this operator does', () => {
    expect(imagesIn(children(NEW))).toEqual(NEW);
  });

  it('keeps every byte of a template over an upgrade of the operator', () => {
    const before = children(OLD);
    expect(setIn(children(NEW, before)).spec).toEqual(setIn(before).spec);
    // An older operator that knew another flag.
    const other = setIn(before);
    const made = pinTemplate(
      [{ ...other, spec: { template: { flag: '--of-old' } } }],
      [],
      { inputs: templateInputs(nodeSet()) },
    );
    expect(setIn(children(NEW, made)).spec?.template).toEqual({
      flag: '--of-old',
    });
  });

  it.each<[string, MoneroNodeSetSpec]>([
    ['another number of nodes', { replicas: 5 }],
    ['larger volumes', { diskSize: '2Gi' }],
    ['another way to reach it', { service: { type: 'NodePort' } }],
    ['another pace', { updateStrategy: { maxUnavailable: 2 } }],
    ['a default spelled out', { hardAntiAffinity: false, monerod: {} }],
  ])('keeps it over %s', (_, spec) => {
    expect(imagesIn(children(NEW, children(OLD), spec))).toEqual(OLD);
  });

  it.each<[string, MoneroNodeSetSpec]>([
    ['monerod', { monerod: { args: ['--out-peers=8'] } }],
    ['the pods', { podTemplate: { labels: { team: 'wallets' } } }],
    ['who is alone on regtest', { replicas: 1 }],
  ])('makes it anew when its author changes %s', (_, spec) => {
    expect(imagesIn(children(NEW, children(OLD), spec))).toEqual(NEW);
  });

  it('makes it anew when its author asks for it, and keeps that', () => {
    const before = children(OLD);
    const adopted = children(NEW, before, {}, ADOPT);
    expect(imagesIn(adopted)).toEqual(NEW);
    expect(imagesIn(children(OLD, adopted, {}, ADOPT))).toEqual(NEW);
  });

  it("takes the user's image, and the default when that is taken away", () => {
    const spec = { monerod: { image: 'own:1' } };
    const before = children(OLD, [], spec);
    expect(imagesIn(before).monerod).toBe('own:1');
    expect(imagesIn(children(NEW, before)).monerod).toBe('monerod:2');
  });

  it('keeps it while a StatefulSet is replaced by another', () => {
    const left = children(OLD).filter(({ kind }) => kind !== 'StatefulSet');
    expect(imagesIn(children(NEW, left))).toEqual(OLD);
  });

  it.each(['', 'not base64 gzip', 'H4sIAAAAAAAAA6tWyk0sAQDzN1d6DQAAAA=='])(
    'makes it anew from an annotation that somebody spoiled: %j',
    text => {
      const spoiled = children(OLD).map(child => ({
        ...child,
        metadata: {
          ...child.metadata,
          annotations: {
            ...child.metadata.annotations,
            [TEMPLATE_ANNOTATION]: text,
          },
        },
      }));
      expect(imagesIn(children(NEW, spoiled))).toEqual(NEW);
    },
  );
});
