import { deepEqual } from '../deepEqual';
import { KINDS, type Kind } from '../generated/definitions';
import { editManifest, valueAt, type ManifestChange } from './editManifest';
import { ManifestEditError } from './ManifestEditError';
import { readManifest } from './readManifest';

/** What of an object a form can change after it exists. Empty texts and lists mean "not given". */
export interface ObjectEdit {
  readonly replicas?: number;
  readonly hardAntiAffinity?: boolean;
  readonly diskSize?: string;
  readonly image?: string;
  readonly args?: readonly string[];
  readonly wallet?: string;
  readonly hugePages?: boolean;
  readonly tor?: boolean;
  readonly i2p?: boolean;
  readonly paused?: boolean;
}

/** A field that a form can change. */
export type EditField = keyof ObjectEdit;

interface Place {
  readonly path: readonly string[];
  /** What holds where nothing is written. */
  readonly standard?: unknown;
}

const REPLICAS = ['spec', 'replicas'];
const PAUSED: Place = { path: ['spec', 'paused'], standard: false };

/** Where each kind has the fields that it has. */
const PLACES: Readonly<Record<Kind, Partial<Record<EditField, Place>>>> = {
  MoneroNodeSet: {
    replicas: { path: REPLICAS, standard: 1 },
    paused: PAUSED,
    ...nodePlaces(['spec']),
  },
  MoneroNetwork: {
    replicas: { path: REPLICAS, standard: 3 },
    paused: PAUSED,
    ...nodePlaces(['spec', 'template', 'spec']),
  },
  MoneroMiningNodeSet: {
    replicas: { path: REPLICAS, standard: 1 },
    hardAntiAffinity: { path: ['spec', 'hardAntiAffinity'], standard: false },
    image: { path: ['spec', 'xmrig', 'image'] },
    args: { path: ['spec', 'xmrig', 'args'] },
    wallet: { path: ['spec', 'wallet'] },
    hugePages: { path: ['spec', 'hugePages'], standard: false },
    paused: PAUSED,
  },
};

function nodePlaces(spec: readonly string[]) {
  return {
    hardAntiAffinity: { path: [...spec, 'hardAntiAffinity'], standard: false },
    diskSize: { path: [...spec, 'diskSize'] },
    image: { path: [...spec, 'monerod', 'image'] },
    args: { path: [...spec, 'monerod', 'args'] },
    tor: { path: [...spec, 'tor', 'enabled'], standard: false },
    i2p: { path: [...spec, 'i2p', 'enabled'], standard: false },
  } satisfies Partial<Record<EditField, Place>>;
}

/** What a title calls them, in the order in which it names them. */
const TITLES: Readonly<Record<EditField, string>> = {
  replicas: 'size',
  hardAntiAffinity: 'placement',
  diskSize: 'disk size',
  image: 'image',
  args: 'arguments',
  wallet: 'wallet',
  hugePages: 'huge pages',
  tor: 'Tor',
  i2p: 'I2P',
  paused: 'pause',
};

const FIELDS = Object.keys(TITLES) as EditField[];

/** The fields that a form can change of a kind. */
export function editFieldsOf(kind: Kind): EditField[] {
  return FIELDS.filter(field => PLACES[kind][field] !== undefined);
}

/**
 * The kind of the object in a manifest.
 *
 * @throws ManifestEditError when it is none that is defined here
 */
export function kindIn(text: string): Kind {
  const { kind } = readManifest(text).value;
  const known = KINDS.find(each => each === kind);
  if (!known) {
    throw new ManifestEditError(
      `The file holds ${
        typeof kind === 'string' ? `a ${kind}` : 'no kind'
      }; only ${KINDS.join(', ')} can be changed here.`,
    );
  }
  return known;
}

/**
 * What a manifest says about the fields that a form can change; what holds anyway where it says nothing.
 *
 * @throws ManifestEditError when it is not one YAML document that holds an object of a kind that is defined here
 */
export function readObjectEdit(text: string): ObjectEdit {
  const { value } = readManifest(text);
  const places = PLACES[kindIn(text)];
  return Object.fromEntries(
    FIELDS.flatMap(field => {
      const place = places[field];
      const found = place && (valueAt(value, place.path) ?? place.standard);
      return found === undefined ? [] : [[field, found]];
    }),
  );
}

/**
 * The manifest with a form's fields put in. A field that is undefined stays as it is, an empty text or list takes it
 * away; what says the same already is left alone.
 *
 * @throws ManifestEditError when that cannot be done to this text, or its kind has no such field
 */
export function editObject(text: string, edit: ObjectEdit): string {
  const { value } = readManifest(text);
  const kind = kindIn(text);
  const changes = FIELDS.flatMap((field): ManifestChange[] => {
    const wanted = edit[field];
    if (wanted === undefined) return [];
    const place = PLACES[kind][field];
    if (!place) {
      throw new ManifestEditError(`A ${kind} has no ${TITLES[field]}.`);
    }
    const { path, standard } = place;
    const found = valueAt(value, path);
    // Also "args:" with nothing behind it: that stays for whoever wrote it.
    return deepEqual(found ?? standard ?? null, orNull(wanted))
      ? []
      : [{ path, value: orNull(wanted) ?? undefined }];
  });
  return editManifest(text, changes);
}

function orNull(value: NonNullable<ObjectEdit[EditField]>): unknown {
  const empty = value === '' || (Array.isArray(value) && value.length === 0);
  return empty ? null : value;
}

/** What an edit does, in a few words: "Scale wallet-eu from 2 to 3". */
export function titleOfEdit(
  name: string,
  before: ObjectEdit,
  after: ObjectEdit,
): string {
  const changed = FIELDS.filter(
    field => !deepEqual(before[field], after[field]),
  );
  const only = changed.length === 1 ? changed[0] : undefined;
  const words = only && wordsFor(only, before, after);
  if (words) return words(name);
  const titles = changed.map(field => TITLES[field]);
  const last = titles.pop() ?? 'nothing';
  return `Change ${
    titles.length ? `${titles.join(', ')} and ${last}` : last
  } of ${name}`;
}

/** What is said where one field alone changes; undefined where it has no verb of its own. */
function wordsFor(
  field: EditField,
  before: ObjectEdit,
  after: ObjectEdit,
): ((name: string) => string) | undefined {
  switch (field) {
    case 'replicas':
      return name =>
        `Scale ${name} from ${before.replicas} to ${after.replicas}`;
    case 'diskSize':
      return after.diskSize
        ? name => `Set disks of ${name} to ${after.diskSize}`
        : undefined;
    case 'image': {
      const version = versionOf(after.image);
      return version ? name => `Set ${name} to ${version}` : undefined;
    }
    case 'tor':
    case 'i2p':
      return name =>
        `Turn ${TITLES[field]} ${after[field] ? 'on' : 'off'} for ${name}`;
    case 'paused':
      return name => `${after.paused ? 'Pause' : 'Resume'} ${name}`;
    default:
      return undefined;
  }
}

/** The tag of an image, where it has one: registry.example.org:5000/monerod:v0.18.4.0 has v0.18.4.0. */
function versionOf(image: string | undefined): string | undefined {
  return /:([\w][\w.-]{0,127})$/.exec(image ?? '')?.[1];
}
