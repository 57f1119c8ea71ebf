import type { MoneroNodeSet } from './generated/MoneroNodeSet';
import { MONERO_NODE_SET_CRD } from './generated/crd';
import { applyDefaults } from './schema/applyDefaults';
import { validateManifest } from './validateManifest';
import { ManifestError } from './violation';

/**
 * Turns untyped input into a node set with the schema's defaults.
 *
 * @throws ManifestError with every reason why the API server would refuse it
 */
export function parseNodeSet(raw: unknown): MoneroNodeSet {
  const violations = validateManifest(raw);
  if (violations.length > 0) throw new ManifestError(violations);
  const [version] = MONERO_NODE_SET_CRD.spec.versions;
  // Just validated against the schema that the type is generated from.
  return applyDefaults(raw, version.schema.openAPIV3Schema) as MoneroNodeSet;
}
