import { ARGUMENT_CASES } from './args';
import { FIELD_CASES } from './fields';
import type { ManifestCase } from './manifestCase';
import { SHAPE_CASES } from './shape';
import { UPDATE_CASES } from './updates';

export type { ManifestCase, Refusal } from './manifestCase';

/** Good and bad manifests; both the API server and validateManifest are held to each row. */
export const MANIFEST_CASES: readonly ManifestCase[] = [
  ...FIELD_CASES,
  ...ARGUMENT_CASES,
  ...SHAPE_CASES,
  ...UPDATE_CASES,
];
