import {
  ANNOTATIONS,
  editFieldsOf,
  editObject,
  kindIn,
  readObjectEdit,
  type EditField,
  type ObjectEdit,
} from '@monero-portal/monero-api';
import type {
  GitManifest,
  Proposal,
} from '@monero-portal/plugin-monero-common';
import { parse } from 'yaml';
import { kindWordsOf } from '../../lib/kindWords';
import { undoDiff } from '../../lib/undoDiff';
import { changeFormOf } from './changeForm';

/** A form that takes a change back, or why there is none. */
export type WayBack =
  | {
      /** Name of the template. */
      template: string;
      /** What the form begins with. */
      formData: ReturnType<typeof changeFormOf>;
    }
  | { reason: string };

const CHANGED_BY_FORM: readonly EditField[] = [
  'replicas',
  'hardAntiAffinity',
  'diskSize',
  'image',
  'args',
  'wallet',
];
const ANONYMITY: readonly EditField[] = ['tor', 'i2p'];

/** The number of the proposal that last wrote a file, with its annotation. */
const NUMBER = /(utxo\.com\.br\/proposal:).*/g;

/** One value for each field, so that texts which differ in nothing else become the same. */
const ALIKE: Required<ObjectEdit> = {
  replicas: 1,
  hardAntiAffinity: true,
  diskSize: '',
  image: '',
  args: [],
  wallet: '',
  hugePages: true,
  tor: true,
  i2p: true,
  paused: true,
};

/**
 * How a change that was merged can be proposed back: by the form that changes
 * such things, with what the file said before. Later changes of other lines
 * stay. Pure.
 *
 * @param git - the file as it is now
 * @throws ManifestEditError when the file cannot be edited by forms at all
 */
export function wayBackOf(
  proposal: Proposal,
  git: Pick<GitManifest, 'manifest' | 'blob'>,
): WayBack {
  const { name, kind, targetBranch, diff = '' } = proposal;
  const now = unnumbered(git.manifest);
  const before = undoDiff(now, unnumbered(diff));
  if (before === undefined) {
    return {
      reason: `${targetBranch} has changed the same lines since, or the lines beside them: it cannot be taken back as a whole. Change ${name} from its page instead.`,
    };
  }
  const changed = fieldsThatDiffer(before, now);
  const all = (fields: readonly EditField[]) =>
    changed.every(field => fields.includes(field));
  const template = all(CHANGED_BY_FORM)
    ? kindWordsOf(kind).changeTemplate
    : 'monero-anonymity';
  const isByForm =
    changed.length > 0 && (all(CHANGED_BY_FORM) || all(ANONYMITY));
  return isByForm && restOf(before) === restOf(now)
    ? {
        template,
        formData: changeFormOf(proposal, { manifest: before, blob: git.blob }),
      }
    : {
        reason: `No form can take all of it back. Take it back in ${proposal.path} with Git.`,
      };
}

/** Every proposal leaves its number in the file, which is no reason to refuse an earlier one. */
function unnumbered(text: string): string {
  return text.replace(NUMBER, '$1 ""');
}

function fieldsThatDiffer(before: string, now: string): EditField[] {
  const [was, is] = [readObjectEdit(before), readObjectEdit(now)];
  return editFieldsOf(kindIn(now)).filter(
    field => JSON.stringify(was[field]) !== JSON.stringify(is[field]),
  );
}

/** What a manifest says beside the fields of forms, in one order. */
function restOf(manifest: string): string {
  const fields = editFieldsOf(kindIn(manifest));
  const alike = Object.fromEntries(fields.map(field => [field, ALIKE[field]]));
  const { metadata, ...rest } = Object(parse(editObject(manifest, alike)));
  const { [ANNOTATIONS.proposal]: _, ...annotations } = Object(
    metadata?.annotations,
  );
  return JSON.stringify(
    sorted({ ...rest, metadata: { ...metadata, annotations } }),
  );
}

/** Keys in one order; objects without any say nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== 'object' || value === null) {
    return value ?? undefined;
  }
  const entries = Object.entries(value)
    .map(([key, each]) => [key, sorted(each)] as const)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
