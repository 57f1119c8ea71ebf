import type { MoneroObject } from '../render';
import { needsOfMiners, plannedOfMiners } from './miners';
import { needsOfNetwork, plannedOfNetwork } from './network';
import { needsOfNodeSet, plannedOfNodeSet } from './nodeSet';
import type { PlannedChild } from './words';

/** What the operator creates for an object, in the order in which people ask for it. */
export function plannedChildren(object: MoneroObject): PlannedChild[] {
  switch (object.kind) {
    case 'MoneroNetwork':
      return plannedOfNetwork(object.metadata.name, object.spec);
    case 'MoneroMiningNodeSet':
      return plannedOfMiners(object.spec);
    default:
      return plannedOfNodeSet(object.spec);
  }
}

/**
 * What the cluster must have for it: `Needs 3 × 400 GiB of disk and about 12 GiB of memory.` A part that is no valid
 * quantity is left out, for the form shows that as a problem of its own.
 */
export function resourceNeeds(object: MoneroObject): string {
  switch (object.kind) {
    case 'MoneroNetwork':
      return needsOfNetwork(object.spec);
    case 'MoneroMiningNodeSet':
      return needsOfMiners(object.spec);
    default:
      return needsOfNodeSet(object.spec);
  }
}
