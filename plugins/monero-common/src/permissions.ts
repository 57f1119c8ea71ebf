import { createPermission } from '@backstage/plugin-permission-common';

/** See node sets, their nodes and the clusters they run on. */
export const moneroNodeSetReadPermission = createPermission({
  name: 'monero.nodeset.read',
  attributes: { action: 'read' },
});

/** See proposals: their diff, their state, how far they have come. */
export const moneroProposalReadPermission = createPermission({
  name: 'monero.proposal.read',
  attributes: { action: 'read' },
});

/** Propose a change: write a branch, never the branch that is applied. */
export const moneroProposalCreatePermission = createPermission({
  name: 'monero.proposal.create',
  attributes: { action: 'create' },
});

/** Merge a proposal into the branch that is applied, or close it. */
export const moneroProposalMergePermission = createPermission({
  name: 'monero.proposal.merge',
  attributes: { action: 'update' },
});

/** All permissions of the plugin, in the form the permission registry takes. */
export const moneroPermissions = [
  moneroNodeSetReadPermission,
  moneroProposalReadPermission,
  moneroProposalCreatePermission,
  moneroProposalMergePermission,
];
