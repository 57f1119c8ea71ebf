import { InputError } from '@backstage/errors';
import {
  parseNodeSet,
  plannedChildren,
  renderManifest,
  validateManifest,
  type Kind,
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
    plannedChildren: plannedChildren(nodeSetIn(manifest).spec),
  };
}

function nodeSetIn(manifest: string): MoneroNodeSet {
  checkManifest(manifest);
  return parseNodeSet(parse(manifest));
}

/** What every manifest holds that the API server would accept. */
export interface CheckedManifest {
  kind: Kind;
  metadata: { name: string; namespace?: string };
}

/**
 * Reads a manifest of any kind and checks it by the rules that the API server
 * goes by.
 *
 * @throws InputError with every violation, or with where it is no YAML
 */
export function checkManifest(manifest: string): CheckedManifest {
  const value = valueOf(manifest);
  const violations = validateManifest(value);
  if (violations.length > 0) {
    throw new InputError(
      `The manifest is refused:\n${listViolations(violations)}`,
    );
  }
  // Just validated by the definition of its kind.
  return value as CheckedManifest;
}

function valueOf(manifest: string): unknown {
  try {
    return parse(manifest);
  } catch (error) {
    if (error instanceof YAMLParseError) {
      throw new InputError(`The manifest is no YAML: ${error.message}`);
    }
    throw error;
  }
}
