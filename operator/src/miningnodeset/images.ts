import { MiningNodeSet } from './spec';

/** Images of a pod's containers. */
export interface MiningImages {
  xmrig: string;
  exporter: string;
}

/** Images of pods that are made now: the user's, else the operator's defaults. */
export function chooseImages(
  { spec }: MiningNodeSet,
  defaults: MiningImages,
): MiningImages {
  return { ...defaults, xmrig: spec.xmrig.image ?? defaults.xmrig };
}
