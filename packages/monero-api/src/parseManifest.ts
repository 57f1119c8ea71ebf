import type { MoneroMiningNodeSet } from './generated/MoneroMiningNodeSet';
import type { MoneroNetwork } from './generated/MoneroNetwork';
import type { MoneroNodeSet } from './generated/MoneroNodeSet';
import type { Kind } from './generated/definitions';
import { applyDefaults } from './schema/applyDefaults';
import { schemaOf } from './schema/kinds';
import { validateAs } from './validateManifest';
import { ManifestError } from './violation';

/** The type of each kind. */
interface Objects {
  readonly MoneroNodeSet: MoneroNodeSet;
  readonly MoneroNetwork: MoneroNetwork;
  readonly MoneroMiningNodeSet: MoneroMiningNodeSet;
}

/**
 * Turns untyped input into a node set with the schema's defaults.
 *
 * @throws ManifestError with every reason why the API server would refuse it
 */
export function parseNodeSet(raw: unknown): MoneroNodeSet {
  return parseAs('MoneroNodeSet', raw);
}

/**
 * The same for a network.
 *
 * @throws ManifestError with every reason why the API server would refuse it
 */
export function parseNetwork(raw: unknown): MoneroNetwork {
  return parseAs('MoneroNetwork', raw);
}

/**
 * The same for a mining set.
 *
 * @throws ManifestError with every reason why the API server would refuse it
 */
export function parseMiningNodeSet(raw: unknown): MoneroMiningNodeSet {
  return parseAs('MoneroMiningNodeSet', raw);
}

function parseAs<K extends Kind & keyof Objects>(
  kind: K,
  raw: unknown,
): Objects[K] {
  const violations = validateAs([kind], raw);
  if (violations.length > 0) throw new ManifestError(violations);
  // Just validated against the schema that the type is generated from.
  return applyDefaults(raw, schemaOf(kind)) as Objects[K];
}
