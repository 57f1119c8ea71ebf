import { ANNOTATIONS } from '../constants';
import { deepEqual } from '../deepEqual';
import { isRecord } from '../isRecord';
import { editManifest, valueAt, type ManifestChange } from './editManifest';
import { readManifest } from './readManifest';

/** What of a node set a form can change after it exists. Empty texts and lists mean "not given". */
export interface NodeSetEdit {
  readonly replicas?: number;
  readonly hardAntiAffinity?: boolean;
  readonly diskSize?: string;
  readonly image?: string;
  readonly args?: readonly string[];
}

interface Field {
  readonly path: readonly string[];
  /** What holds where nothing is written. */
  readonly standard?: unknown;
  readonly title: string;
}

/** In the order in which a title names them. */
const FIELDS: Readonly<Record<keyof NodeSetEdit, Field>> = {
  replicas: { path: ['spec', 'replicas'], standard: 1, title: 'size' },
  hardAntiAffinity: {
    path: ['spec', 'hardAntiAffinity'],
    standard: false,
    title: 'placement',
  },
  diskSize: { path: ['spec', 'diskSize'], title: 'disk size' },
  image: { path: ['spec', 'monerod', 'image'], title: 'image' },
  args: { path: ['spec', 'monerod', 'args'], title: 'arguments' },
};

const NAMES = Object.keys(FIELDS) as (keyof NodeSetEdit)[];

/**
 * What a manifest says about the fields that a form can change; what holds anyway where it says nothing.
 *
 * @throws ManifestEditError when it is not one YAML document that holds a mapping
 */
export function readNodeSetEdit(text: string): NodeSetEdit {
  const { value } = readManifest(text);
  return Object.fromEntries(
    NAMES.flatMap(name => {
      const { path, standard } = FIELDS[name];
      const found = valueAt(value, path) ?? standard;
      return found === undefined ? [] : [[name, found]];
    }),
  );
}

/**
 * The manifest with a form's fields put in. A field that is undefined stays as it is, an empty text or list takes it
 * away; what says the same already is left alone.
 *
 * @throws ManifestEditError when that cannot be done to this text
 */
export function editNodeSet(text: string, edit: NodeSetEdit): string {
  const { value } = readManifest(text);
  const changes = NAMES.flatMap((name): ManifestChange[] => {
    const { path, standard } = FIELDS[name];
    const wanted = edit[name];
    if (wanted === undefined) return [];
    const found = valueAt(value, path);
    // Also "args:" with nothing behind it: that stays for whoever wrote it.
    return deepEqual(found ?? standard ?? null, orNull(wanted))
      ? []
      : [{ path, value: orNull(wanted) ?? undefined }];
  });
  return editManifest(text, changes);
}

function orNull(value: NonNullable<NodeSetEdit[keyof NodeSetEdit]>): unknown {
  const empty = value === '' || (Array.isArray(value) && value.length === 0);
  return empty ? null : value;
}

/** What an edit does, in a few words: "Scale wallet-eu from 2 to 3". */
export function titleOfEdit(
  name: string,
  before: NodeSetEdit,
  after: NodeSetEdit,
): string {
  const changed = NAMES.filter(
    field => !deepEqual(before[field], after[field]),
  );
  const [only] = changed;
  if (changed.length === 1 && only === 'replicas') {
    return `Scale ${name} from ${before.replicas} to ${after.replicas}`;
  }
  if (changed.length === 1 && only === 'diskSize' && after.diskSize) {
    return `Set disks of ${name} to ${after.diskSize}`;
  }
  const titles = changed.map(field => FIELDS[field].title);
  const last = titles.pop() ?? 'nothing';
  const words = titles.length ? `${titles.join(', ')} and ${last}` : last;
  return `Change ${words} of ${name}`;
}

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
