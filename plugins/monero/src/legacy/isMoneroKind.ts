import type { Entity } from '@backstage/catalog-model';
import { kindOf, type MoneroKind } from '@monero-portal/plugin-monero-common';

/** For `EntityLayout.Route` and `EntitySwitch.Case`: whether an entity stands for an object of the kind. */
export function isMoneroKind(kind: MoneroKind): (entity: Entity) => boolean {
  return entity => kindOf(entity) === kind;
}
