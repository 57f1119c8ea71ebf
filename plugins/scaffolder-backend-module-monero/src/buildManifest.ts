import { InputError } from '@backstage/errors';
import {
  ManifestError,
  parseNodeSet,
  plannedChildren,
  renderManifest,
  type MoneroNodeSet,
  type NodeSetFormInput,
  type PlannedChild,
} from '@monero-portal/monero-api';
import { parse, YAMLParseError } from 'yaml';
import { listViolations } from './words';

/** A manifest, and what will come of it. */
export interface BuiltManifest {
  /** YAML as it will be in the repository. */
  manifest: string;
  /** What the operator will create, such as `{kind: 'StatefulSet', text: '3 pods'}`. */
  plannedChildren: PlannedChild[];
}

/**
 * Writes the manifest of a node set and checks it by the rules that the API
 * server goes by.
 *
 * @throws InputError with every violation: the field's path and what is wrong with it
 */
export function buildManifest(input: NodeSetFormInput): BuiltManifest {
  const manifest = renderManifest(input);
  return {
    manifest,
    plannedChildren: plannedChildren(checkManifest(manifest).spec),
  };
}

/**
 * Reads a manifest and checks it by the rules that the API server goes by.
 *
 * @throws InputError with every violation, or with where it is no YAML
 */
export function checkManifest(manifest: string): MoneroNodeSet {
  try {
    return parseNodeSet(parse(manifest));
  } catch (error) {
    if (error instanceof ManifestError) {
      throw new InputError(
        `The manifest is refused:\n${listViolations(error.violations)}`,
      );
    }
    if (error instanceof YAMLParseError) {
      throw new InputError(`The manifest is no YAML: ${error.message}`);
    }
    throw error;
  }
}
