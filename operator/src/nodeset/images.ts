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
    monerod:
      own ??
      (kept.monerod
        ? nodeSet.status?.resolved?.image ?? kept.monerod
        : defaults.monerod),
    exporter: kept.exporter ?? defaults.exporter,
    tor: kept.tor ?? defaults.tor,
    i2pd: kept.i2pd ?? defaults.i2pd,
  };
}

function imagesOf(statefulSet: StatefulSet): Partial<Images> {
  const pod = statefulSet.spec?.template?.spec;
  const containers = [
    ...(pod?.initContainers ?? []),
    ...(pod?.containers ?? []),
  ];
  const image = (name: string) =>
    containers.find(container => container.name === name)?.image;
  return {
    monerod: image('monerod'),
    exporter: image('exporter'),
    tor: image('tor'),
    i2pd: image('i2pd'),
  };
}

function annotationOf(
  object: KubeObject | undefined,
  key: string,
): string | undefined {
  return object?.metadata.annotations?.[key];
}
