import { plannedChildren, type PlannedChild } from '@monero-portal/monero-api';
import { addedFileOf } from './diff';
import { objectIn } from './objectIn';

/**
 * What the operator will create for a diff that adds an object; empty for a
 * change of one, and for a file that breaks a rule: the checks beside it say
 * what is wrong.
 */
export function plannedOf(diff: string): PlannedChild[] {
  const file = addedFileOf(diff);
  const object = file === undefined ? undefined : objectIn(file);
  return object ? plannedChildren(object) : [];
}
