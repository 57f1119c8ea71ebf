import { fingerprint } from '../machinery/canonicalJson';
import { StatefulSet } from '../machinery/kubeTypes';
import { MiningNodeSet } from './spec';

/** Images of a pod's containers. */
export interface MiningImages {
  xmrig: string;
  exporter: string;
}

/** Annotation of the StatefulSet: fingerprint of spec.xmrig when images were chosen. */
export const IMAGES_FOR_ANNOTATION = 'utxo.com.br/images-for';

/** Fingerprint of what the user wrote about xmrig. */
export function imagesFor(set: MiningNodeSet): string {
  return fingerprint(set.xmrig ?? {});
}

/**
 * The images to run. Those that run stay, though the operator's defaults may
 * have moved on with an upgrade, until the user changes spec.xmrig, which
 * restarts the pods anyway.
 */
export function chooseImages(
  set: MiningNodeSet,
  running: StatefulSet | undefined,
  defaults: MiningImages,
): MiningImages {
  const chosenFor = running?.metadata.annotations?.[IMAGES_FOR_ANNOTATION];
  const image = (name: string) =>
    chosenFor === imagesFor(set)
      ? running?.spec?.template?.spec?.containers?.find(
          container => container.name === name,
        )?.image
      : undefined;
  const kept = image('xmrig');
  return {
    xmrig:
      set.xmrig?.image ??
      (kept ? set.status?.resolved?.image ?? kept : defaults.xmrig),
    exporter: image('exporter') ?? defaults.exporter,
  };
}
