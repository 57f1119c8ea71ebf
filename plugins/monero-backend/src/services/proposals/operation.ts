import { ConflictError } from '@backstage/errors';
import {
  formatDuration,
  operationOf,
  secondsSince,
  type ProposeInput,
} from '@monero-portal/plugin-monero-common';
import { blobOf } from '../git';
import { kindIn, sameManifest } from './manifest';
import type { ProposalRow } from './ProposalRow';
import { shortName } from './steps';

/** The file that a proposal is about, as the branch has it now. */
export interface CurrentFile {
  path: string;
  branch: string;
  /** Undefined: there is no such file. */
  text: string | undefined;
  /** The proposal that last wrote it, if one did. */
  writtenBy?: Pick<ProposalRow, 'id' | 'title' | 'mergedAt' | 'mergedBy'>;
}

/**
 * Refuses to touch a file that is not what its author saw: one that is there
 * already, has changed, is gone, or is another object's. Pure.
 *
 * @param manifest - what the file is to be; undefined when it is removed
 * @throws ConflictError saying what happened meanwhile and what to do
 */
export function checkOperation(
  input: Pick<
    ProposeInput,
    'operation' | 'baseBlob' | 'cluster' | 'kind' | 'name'
  >,
  manifest: string | undefined,
  file: CurrentFile,
  now: number,
): void {
  const { path, branch, text } = file;
  const operation = operationOf(input);
  if (text === undefined) {
    if (operation !== 'create') {
      throw new ConflictError(
        `There is nothing to ${operation}: ${path} is not on branch ${branch} any more. Somebody retired or moved ${input.name} meanwhile.`,
      );
    }
    return;
  }
  if (manifest !== undefined && sameManifest(text, manifest)) {
    throw new ConflictError(
      `There is nothing to propose: ${path} on branch ${branch} already says this.`,
    );
  }
  const found = kindIn(text);
  if (found !== undefined && found !== input.kind) {
    throw new ConflictError(
      `${path} on branch ${branch} holds a ${found}. Choose another name for the ${input.kind}, or use \${{ kind }} in the path of monero.gitops.targets.`,
    );
  }
  if (operation === 'create') {
    throw new ConflictError(
      `${input.name} exists already: ${path} is on branch ${branch}${lastWriter(
        file,
        now,
      )}. Choose another name, or change it from its page.`,
    );
  }
  if (blobOf(text) !== input.baseBlob) {
    throw new ConflictError(
      `${path} on branch ${branch} has changed since the form was filled in from it${lastWriter(
        file,
        now,
      )}. Nothing was proposed. Open the form again: it starts from the file as it is now.`,
    );
  }
}

function lastWriter({ writtenBy }: CurrentFile, now: number): string {
  if (!writtenBy) {
    return '';
  }
  const { id, title, mergedAt, mergedBy } = writtenBy;
  const by = mergedBy ? ` by ${shortName(mergedBy)}` : '';
  const when = mergedAt
    ? `, merged${by} ${formatDuration(secondsSince(mergedAt, now))} ago`
    : '';
  return ` (last by proposal #${id}, "${title}"${when})`;
}
