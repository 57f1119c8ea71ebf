import { ANNOTATIONS } from '../constants';
import { isRecord } from '../isRecord';
import { editManifest, valueAt } from './editManifest';
import { readManifest } from './readManifest';

/** Who looks after the object of a manifest; undefined when it does not say. */
export function ownerIn(text: string): string | undefined {
  const { value } = readManifest(text);
  const owner = valueAt(value, ['metadata', 'annotations', ANNOTATIONS.owner]);
  return typeof owner === 'string' && owner ? owner : undefined;
}

/** Where the annotation stands that names the proposal which last wrote an object. */
const PROPOSAL = ['metadata', 'annotations', ANNOTATIONS.proposal];

/**
 * The manifest with the annotation that ties its object to a proposal, and nothing else changed.
 *
 * @param id - undefined takes the annotation away
 * @throws ManifestEditError when that cannot be done to this text
 */
export function setProposal(text: string, id: number | undefined): string {
  const { value } = readManifest(text);
  const metadata = valueAt(value, ['metadata']);
  const annotations = valueAt(metadata, ['annotations']);
  const none = isRecord(annotations) && Object.keys(annotations).length === 0;
  if (id === undefined && none) return text;
  return editManifest(text, [
    { path: PROPOSAL, value: id === undefined ? undefined : String(id) },
  ]);
}
