import {
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { FleetItem } from '@monero-portal/plugin-monero-common';
import type { ProviderSettings } from './config';

type Mapping = Pick<
  ProviderSettings,
  'defaultOwner' | 'system' | 'ownerLabel' | 'systemLabel' | 'namespaces'
>;

/** Who owns an object: by annotation, else label, else namespace, else by default. */
export function ownerOf(item: FleetItem, mapping: Mapping): string {
  return (
    refOf(item.owner, 'group') ??
    refOf(labelOf(item, mapping.ownerLabel), 'group') ??
    mapping.namespaces[item.namespace]?.owner ??
    mapping.defaultOwner
  );
}

/** The system an object belongs to, found in the same order; undefined for none. */
export function systemOf(
  item: FleetItem,
  mapping: Mapping,
): string | undefined {
  return (
    refOf(item.system, 'system') ??
    refOf(labelOf(item, mapping.systemLabel), 'system') ??
    mapping.namespaces[item.namespace]?.system ??
    mapping.system
  );
}

function labelOf({ labels }: FleetItem, key: string | undefined) {
  return key === undefined ? undefined : labels?.[key];
}

/**
 * The full reference, from what somebody wrote.
 *
 * @returns undefined when there is none, or when it cannot be a reference: the
 *   catalog would refuse the whole entity for it
 */
function refOf(
  text: string | undefined,
  defaultKind: string,
): string | undefined {
  if (!text) {
    return undefined;
  }
  try {
    const ref = parseEntityRef(text, { defaultKind });
    return KubernetesValidatorFunctions.isValidKind(ref.kind) &&
      KubernetesValidatorFunctions.isValidNamespace(ref.namespace) &&
      KubernetesValidatorFunctions.isValidObjectName(ref.name)
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}
