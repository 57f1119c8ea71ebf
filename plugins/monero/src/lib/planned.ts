import { parse } from 'yaml';
import {
  parseNodeSet,
  plannedChildren,
  type PlannedChild,
} from '@monero-portal/monero-api';
import { addedFileOf } from './diff';

/**
 * What the operator will create for a diff that adds a node set; empty for a
 * change of one, and for a file that cannot be read.
 */
export function plannedOf(diff: string): PlannedChild[] {
  const file = addedFileOf(diff);
  if (file === undefined) {
    return [];
  }
  try {
    return plannedChildren(parseNodeSet(parse(file)).spec);
  } catch {
    // The checks beside it say what is wrong with the file.
    return [];
  }
}
