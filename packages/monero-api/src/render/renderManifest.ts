import { stringify } from 'yaml';
import type { MoneroMiningNodeSet } from '../generated/MoneroMiningNodeSet';
import type { MoneroNetwork } from '../generated/MoneroNetwork';
import type { MoneroNodeSet } from '../generated/MoneroNodeSet';
import { toMiningNodeSet, type MiningFormInput } from './miners';
import { toNetwork, type NetworkFormInput } from './network';
import { toNodeSet, type NodeSetFormInput } from './nodeSet';

/** What a form asks for, of any kind. */
export type ManifestInput =
  | NodeSetFormInput
  | NetworkFormInput
  | MiningFormInput;

/** An object of any kind that is defined here. */
export type MoneroObject = MoneroNodeSet | MoneroNetwork | MoneroMiningNodeSet;

/** The manifest as it is written to git. */
export function renderManifest(input: ManifestInput): string {
  return stringify(toManifest(input), { lineWidth: 0, indentSeq: true });
}

/** The same as an object. */
export function toManifest(input: ManifestInput): MoneroObject {
  switch (input.kind) {
    case 'MoneroNetwork':
      return toNetwork(input);
    case 'MoneroMiningNodeSet':
      return toMiningNodeSet(input);
    default:
      return toNodeSet(input);
  }
}
