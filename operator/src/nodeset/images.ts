import { NodeSet } from './spec';

/** Images of a pod's containers. */
export interface Images {
  monerod: string;
  exporter: string;
  tor: string;
  i2pd: string;
}

/** Images of pods that are made now: the user's, else the operator's defaults. */
export function chooseImages(
  { spec }: Pick<NodeSet, 'spec'>,
  defaults: Images,
): Images {
  return { ...defaults, monerod: spec.monerod.image ?? defaults.monerod };
}
