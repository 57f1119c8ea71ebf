import type { Kind } from '../../generated/definitions';
import { ANONYMITY_CASES } from './anonymity';
import { ARGUMENT_CASES } from './args';
import { FIELD_CASES } from './fields';
import type { ManifestCase } from './manifestCase';
import { MINING_CASES } from './mining';
import { NETWORK_CASES } from './networks';
import { SHAPE_CASES } from './shape';
import { UPDATE_CASES } from './updates';

export type { ManifestCase, Refusal } from './manifestCase';

/** Good and bad node sets. */
export const NODE_SET_CASES: readonly ManifestCase[] = [
  ...FIELD_CASES,
  ...ARGUMENT_CASES,
  ...SHAPE_CASES,
  ...UPDATE_CASES,
  ...ANONYMITY_CASES.nodeSets,
];

/** Good and bad manifests of each kind; both the API server and validateManifest are held to each row. */
export const MANIFEST_CASES: Readonly<Record<Kind, readonly ManifestCase[]>> = {
  MoneroNodeSet: NODE_SET_CASES,
  MoneroMiningNodeSet: MINING_CASES,
  MoneroNetwork: [...NETWORK_CASES, ...ANONYMITY_CASES.networks],
};
