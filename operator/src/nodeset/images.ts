import { KubeObject } from '@monero-portal/kube-client';
import { fingerprint } from '../machinery/canonicalJson';
import { StatefulSet } from '../machinery/kubeTypes';
import { NodeSet } from './spec';

/** Images of a pod's containers. */
export interface Images {
  monerod: string;
  exporter: string;
  tor: string;
  i2pd: string;
}

/** Annotation of the StatefulSet: fingerprint of spec.monerod when images were chosen. */
export const IMAGES_FOR_ANNOTATION = 'utxo.com.br/images-for';

/** Annotation of the StatefulSet: the images chosen, which whoever edits the template or the status does not change. */
export const IMAGES_ANNOTATION = 'utxo.com.br/images';

/** Fingerprint of what the user wrote about monerod. */
export function imagesFor(nodeSet: NodeSet): string {
  return fingerprint(nodeSet.monerod ?? {});
}

/**
 * The images to run. Those that run stay, though the operator's defaults may
 * have moved on with an upgrade, until the user changes spec.monerod, which
 * restarts the pods anyway.
 */
export function chooseImages(
  nodeSet: NodeSet,
  running: StatefulSet | undefined,
  defaults: Images,
): Images {
  const own = nodeSet.monerod?.image;
  const chosenFor = annotationOf(running, IMAGES_FOR_ANNOTATION);
  const kept: Partial<Images> =
    running && chosenFor === imagesFor(nodeSet) ? imagesOf(running) : {};
  return {
    monerod: own ?? kept.monerod ?? defaults.monerod,
    exporter: kept.exporter ?? defaults.exporter,
    tor: kept.tor ?? defaults.tor,
    i2pd: kept.i2pd ?? defaults.i2pd,
  };
}

/** The parts of a pod that name images. */
interface PodImages {
  initContainers?: ReadonlyArray<{ name: string; image?: string }>;
  containers?: ReadonlyArray<{ name: string; image?: string }>;
}

/** The images of the containers that a pod has. */
export function imagesIn(pod: PodImages | undefined): Partial<Images> {
  const containers = [
    ...(pod?.initContainers ?? []),
    ...(pod?.containers ?? []),
  ];
  const found = (['monerod', 'exporter', 'tor', 'i2pd'] as const).flatMap(
    name => {
      const image = containers.find(each => each.name === name)?.image;
      return image === undefined ? [] : [[name, image] as const];
    },
  );
  return Object.fromEntries(found);
}

/** What was chosen for the containers that there are, as far as it was noted. */
function imagesOf(statefulSet: StatefulSet): Partial<Images> {
  const running = imagesIn(statefulSet.spec?.template?.spec);
  const noted = noteOf(statefulSet);
  return Object.fromEntries(
    Object.entries(running).map(([name, image]) => {
      const chosen = noted[name];
      return [name, typeof chosen === 'string' ? chosen : image];
    }),
  );
}

function noteOf(statefulSet: StatefulSet): Record<string, unknown> {
  try {
    const note: unknown = JSON.parse(
      annotationOf(statefulSet, IMAGES_ANNOTATION) ?? '',
    );
    return typeof note === 'object' && note !== null ? { ...note } : {};
  } catch {
    return {}; // from before, or damaged
  }
}

function annotationOf(
  object: KubeObject | undefined,
  key: string,
): string | undefined {
  return object?.metadata.annotations?.[key];
}
