import { KubeObject } from '@monero-portal/kube-client';
import { MoneroNodeSetSpec } from '@monero-portal/monero-api';
import { desiredChildren } from '../nodeset/children';
import { chooseImages, Images } from '../nodeset/images';
import { templateInputs } from '../nodeset/templateInputs';
import { nodeSet } from '../testing/nodeSets';
import { imageIn } from './imageIn';
import { StatefulSet } from './kubeTypes';
import {
  pinnedIn,
  pinTemplate,
  TEMPLATE_ANNOTATION,
  TEMPLATE_FOR_ANNOTATION,
} from './pinTemplate';

const OLD: Images = {
  monerod: 'monerod:1',
  exporter: 'portal:1',
  tor: 'tor:1',
  i2pd: 'i2pd:1',
};
const NEW: Images = {
  monerod: 'monerod:2',
  exporter: 'portal:2',
  tor: 'tor:2',
  i2pd: 'i2pd:2',
};
const ADOPT = { annotations: { 'utxo.com.br/adopt-defaults': 'today' } };

/** Children as an operator with these defaults makes them, beside those there. */
function children(
  defaults: Images,
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
const images = ({ monerod, exporter }: Images) => ({ monerod, exporter });

const sidecarsIn = (all: readonly KubeObject[]) =>
  setIn(all).spec?.template?.spec?.initContainers?.map(({ image }) => image);

/** As an operator left them that kept no template. */
const unpinned = (all: readonly KubeObject[]) =>
  all.map(child => {
    const { annotations, ...metadata } = child.metadata;
    const {
      [TEMPLATE_ANNOTATION]: _template,
      [TEMPLATE_FOR_ANNOTATION]: _for,
      ...others
    } = annotations ?? {};
    return { ...child, metadata: { ...metadata, annotations: others } };
  });

describe('pinTemplate', () => {
  it('makes new pods as this operator does', () => {
    expect(imagesIn(children(NEW))).toEqual(images(NEW));
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

  it('keeps an i2pd that an older operator asks in another way, until its author changes something', () => {
    const spec: MoneroNodeSetSpec = { i2p: { enabled: true } };
    const asks = 'exec 3<>/dev/tcp/127.0.0.1/4447';
    const probesIn = (all: readonly KubeObject[]) => {
      const [i2pd] = (setIn(all).spec?.template?.spec?.initContainers ??
        []) as { startupProbe?: object; livenessProbe?: object }[];
      return [i2pd.startupProbe, i2pd.livenessProbe];
    };
    const older = children(OLD, [], spec).map(child =>
      child.kind === 'StatefulSet' ? structuredClone(child) : child,
    );
    for (const probe of probesIn(older)) {
      Object.assign(probe ?? {}, { exec: { command: ['bash', '-c', asks] } });
    }
    const before = pinTemplate(older, [], {
      inputs: templateInputs(nodeSet(spec)),
    });
    const kept = children(NEW, before, spec);
    expect(probesIn(kept)).toMatchObject([
      { exec: { command: ['bash', '-c', asks] } },
      { exec: { command: ['bash', '-c', asks] } },
    ]);
    expect(setIn(kept).spec).toEqual(setIn(before).spec);
    const changed = { ...spec, monerod: { args: ['--out-peers=8'] } };
    expect(probesIn(children(NEW, kept, changed))).toEqual(
      probesIn(children(NEW, [], spec)),
    );
    expect(probesIn(children(NEW, [], spec))).not.toEqual(probesIn(kept));
  });

  it.each<[string, MoneroNodeSetSpec]>([
    ['another number of nodes', { replicas: 5 }],
    ['larger volumes', { diskSize: '2Gi' }],
    ['another way to reach it', { service: { type: 'NodePort' } }],
    ['another pace', { updateStrategy: { maxUnavailable: 2 } }],
    ['a default spelled out', { hardAntiAffinity: false, monerod: {} }],
  ])('keeps it over %s', (_, spec) => {
    expect(imagesIn(children(NEW, children(OLD), spec))).toEqual(images(OLD));
  });

  it.each<[string, MoneroNodeSetSpec]>([
    ['monerod', { monerod: { args: ['--out-peers=8'] } }],
    ['the pods', { podTemplate: { labels: { team: 'wallets' } } }],
    ['who is alone on regtest', { replicas: 1 }],
  ])('makes it anew when its author changes %s', (_, spec) => {
    expect(imagesIn(children(NEW, children(OLD), spec))).toEqual(images(NEW));
  });

  it('makes it anew when its author asks for it, and keeps that', () => {
    const before = children(OLD);
    const adopted = children(NEW, before, {}, ADOPT);
    expect(imagesIn(adopted)).toEqual(images(NEW));
    expect(imagesIn(children(OLD, adopted, {}, ADOPT))).toEqual(images(NEW));
  });

  it("takes the user's image, and the default when that is taken away", () => {
    const spec = { monerod: { image: 'own:1' } };
    const before = children(OLD, [], spec);
    expect(imagesIn(before).monerod).toBe('own:1');
    expect(imagesIn(children(NEW, before)).monerod).toBe('monerod:2');
  });

  it('keeps it while a StatefulSet is replaced by another', () => {
    const left = children(OLD).filter(({ kind }) => kind !== 'StatefulSet');
    expect(imagesIn(children(NEW, left))).toEqual(images(OLD));
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
      expect(imagesIn(children(NEW, spoiled))).toEqual(images(NEW));
    },
  );

  describe('with Tor and I2P', () => {
    const onTor: MoneroNodeSetSpec = { tor: { enabled: true } };
    const both = { ...onTor, i2p: { enabled: true } };

    it('keeps the sidecars over an upgrade of the operator', () => {
      const before = children(OLD, [], both);
      expect(sidecarsIn(before)).toEqual(['tor:1', 'i2pd:1']);
      const after = children(NEW, before, both);
      expect(sidecarsIn(after)).toEqual(['tor:1', 'i2pd:1']);
      expect(setIn(after).spec).toEqual(setIn(before).spec);
    });

    it('makes it anew when another network is turned on', () => {
      const on = children(NEW, children(OLD, [], onTor), both);
      expect(sidecarsIn(on)).toEqual(['tor:2', 'i2pd:2']);
    });

    it('keeps it over other peers there, which are in a file', () => {
      const peer = `${'a'.repeat(56)}.onion:18083`;
      const before = children(OLD, [], onTor);
      const after = children(NEW, before, {
        tor: { enabled: true, peers: [peer] },
      });
      expect(sidecarsIn(after)).toEqual(['tor:1']);
    });

    it('makes it anew when keys were changed, and in a network of tests', () => {
      const set = nodeSet(onTor);
      const made = [{ ...setIn(children(OLD, [], onTor)) }];
      const before = pinTemplate(made, [], { inputs: templateInputs(set) });
      const next = {
        // Of a network that the set is not on.
        inputs: templateInputs(set, { privateNetworks: { i2p: 'private' } }),
      };
      const other = [{ ...made[0], spec: { template: { of: 'another' } } }];
      expect(setIn(pinTemplate(other, before, next)).spec?.template).toEqual(
        setIn(before).spec?.template,
      );
      for (const more of [
        { identityNote: { known: '{}', revision: '1' } },
        { privateNetworks: { tor: 'private' } },
      ]) {
        const inputs = templateInputs(set, more);
        expect(setIn(pinTemplate(other, before, { inputs })).spec).toEqual({
          template: { of: 'another' },
        });
      }
    });

    it('keeps the front of the set by itself', () => {
      const deployment = (image: string): KubeObject => ({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'nodes-onion' },
        spec: { replicas: 1, template: { image } },
      });
      const front = (
        image: string,
        observed: readonly KubeObject[],
        inputs: unknown,
      ) =>
        pinTemplate([deployment(image)], observed, {
          of: 'Deployment',
          inputs,
        });
      const before = front('tor:1', [], 'a');
      expect(front('tor:2', before, 'a')).toEqual(before);
      expect(front('tor:2', before, 'b')[0].spec).toEqual({
        replicas: 1,
        template: { image: 'tor:2' },
      });
      expect(front('tor:2', children(OLD), 'a')[0].spec).toEqual(
        deployment('tor:2').spec,
      );
    });
  });

  describe('of what an older operator made, which kept no template', () => {
    const before = unpinned(children(OLD));
    const next = (observed: readonly KubeObject[], adopt: boolean) => {
      const set = nodeSet();
      const desired = desiredChildren(set, chooseImages(set, NEW));
      return pinTemplate(desired, observed, {
        inputs: templateInputs(set),
        adopt,
      });
    };

    it('takes over the one that runs, and keeps it', () => {
      const adopted = next(before, true);
      expect(imagesIn(adopted)).toEqual(images(OLD));
      expect(setIn(adopted).spec?.template).toEqual(
        setIn(before).spec?.template,
      );
      expect(imagesIn(next(adopted, false))).toEqual(images(OLD));
    });

    it('leaves out what the API server alone says of a template', () => {
      const set = setIn(before);
      const template = {
        ...set.spec?.template,
        metadata: {
          ...set.spec?.template?.metadata,
          creationTimestamp: null,
        },
      };
      const told = { ...set, spec: { ...set.spec, template } } as KubeObject;
      expect(setIn(next([told], true)).spec?.template).toEqual(
        set.spec?.template,
      );
    });

    it('makes it anew when there is something that the older one did not come to', () => {
      expect(imagesIn(next(before, false))).toEqual(images(NEW));
    });

    it('makes it anew when one is kept that was made from other words', () => {
      const kept = children(OLD, [], { monerod: { args: ['--no-igd'] } });
      expect(imagesIn(next(kept, true))).toEqual(images(NEW));
    });
  });

  it('tells what is kept, of which kind of child it may be', () => {
    const all = children(OLD);
    const { template } = setIn(all).spec ?? {};
    expect(pinnedIn(all)).toEqual(template);
    expect(pinnedIn(all.filter(({ kind }) => kind !== 'StatefulSet'))).toEqual(
      template,
    );
    expect(pinnedIn(unpinned(all))).toBeUndefined();
  });
});
