import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type: an object of any of the three kinds, or one that is to be. Its reference is that of `fleetKeyOf`. */
export const RESOURCE_TYPE_OBJECT = 'monero-object';
/** Resource type: a proposal. Its reference is its id. */
export const RESOURCE_TYPE_PROPOSAL = 'monero-proposal';

/** See objects of the three kinds, their nodes and the clusters they run on. */
export const moneroNodeSetReadPermission = createPermission({
  name: 'monero.nodeset.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_OBJECT,
});

/** See proposals: their diff, their state, how far they have come. */
export const moneroProposalReadPermission = createPermission({
  name: 'monero.proposal.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_PROPOSAL,
});

/** Propose a change of an object: write a branch, never the branch that is applied. */
export const moneroProposalCreatePermission = createPermission({
  name: 'monero.proposal.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_OBJECT,
});

/** Merge a proposal into the branch that is applied, or close it. */
export const moneroProposalMergePermission = createPermission({
  name: 'monero.proposal.merge',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_PROPOSAL,
});

/** The permissions of objects. */
export const moneroObjectPermissions = [
  moneroNodeSetReadPermission,
  moneroProposalCreatePermission,
];

/** The permissions of proposals. */
export const moneroProposalPermissions = [
  moneroProposalReadPermission,
  moneroProposalMergePermission,
];

/** All permissions of the plugin. */
export const moneroPermissions = [
  ...moneroObjectPermissions,
  ...moneroProposalPermissions,
];
