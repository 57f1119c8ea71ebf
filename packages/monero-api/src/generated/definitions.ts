// Generated from crds/ by `yarn workspace @monero-portal/monero-api generate`. Do not edit.

import type { CustomResourceDefinition } from '../crd';
import { MONERO_NODE_SET_CRD } from './crds/MoneroNodeSet';
import { MONERO_NETWORK_CRD } from './crds/MoneroNetwork';
import { MONERO_MINING_NODE_SET_CRD } from './crds/MoneroMiningNodeSet';

/** The kinds that are defined here. */
export const KINDS = [
  'MoneroNodeSet',
  'MoneroNetwork',
  'MoneroMiningNodeSet',
] as const;

/** One of the kinds that are defined here. */
export type Kind = (typeof KINDS)[number];

/** The definition of each kind. */
export const DEFINITIONS: Readonly<Record<Kind, CustomResourceDefinition>> = {
  MoneroNodeSet: MONERO_NODE_SET_CRD,
  MoneroNetwork: MONERO_NETWORK_CRD,
  MoneroMiningNodeSet: MONERO_MINING_NODE_SET_CRD,
};
