import { InputError } from '@backstage/errors';
import {
  editObject,
  ManifestEditError,
  ownerIn,
  readObjectEdit,
  titleOfEdit,
  validateManifest,
  type ObjectEdit,
} from '@monero-portal/monero-api';
import { parse } from 'yaml';
import { checkManifest } from './buildManifest';
import { listViolations } from './words';

/** A manifest as it will be, and what differs in a few words. */
export interface BuiltEdit {
  manifest: string;
  /** Such as "Scale wallet-eu from 2 to 3". */
  title: string;
  /** Entity reference of the owner that the manifest names. */
  owner?: string;
}

/**
 * Puts a form's fields into a manifest and checks the result by the rules that
 * the API server goes by, those about changes included.
 *
 * @param text - the manifest as Git has it
 * @throws InputError when nothing differs, with every violation, or with why
 *   the text cannot be edited
 */
export function buildEdit(
  name: string,
  text: string,
  edit: ObjectEdit,
): BuiltEdit {
  try {
    const manifest = editObject(text, edit);
    if (manifest === text) {
      throw new InputError(
        `There is nothing to change: the manifest of ${name} in Git says all of this already.`,
      );
    }
    const violations = validateManifest(parse(manifest), parse(text));
    if (violations.length > 0) {
      throw new InputError(
        `The manifest is refused:\n${listViolations(violations)}`,
      );
    }
    checkManifest(manifest);
    return {
      manifest,
      title: titleOfEdit(name, readObjectEdit(text), readObjectEdit(manifest)),
      owner: ownerIn(manifest),
    };
  } catch (error) {
    if (error instanceof ManifestEditError) {
      throw new InputError(error.message);
    }
    throw error;
  }
}
