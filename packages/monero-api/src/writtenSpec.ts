import type { Kind } from './generated/definitions';
import { isRecord } from './isRecord';
import { schemaOf } from './schema/kinds';
import { withoutDefaults } from './schema/withoutDefaults';

/**
 * A specification without what the definition's defaults fill in: what its author meant. It stays the same when a newer
 * definition brings fields with defaults.
 */
export function writtenSpec(
  kind: Kind,
  spec: unknown,
): Readonly<Record<string, unknown>> {
  const schema = schemaOf(kind).properties?.spec ?? {};
  const written = withoutDefaults(spec ?? {}, schema);
  return isRecord(written) ? written : {};
}
