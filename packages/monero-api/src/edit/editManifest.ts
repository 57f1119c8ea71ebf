import { isAlias, isMap, isNode, isScalar, isSeq, type YAMLMap } from 'yaml';
import { deepEqual } from '../deepEqual';
import { isRecord } from '../isRecord';
import { editList } from './editList';
import { ManifestEditError } from './ManifestEditError';
import { keysInOrder } from './order';
import { readManifest, type ReadManifest } from './readManifest';
import {
  blankBefore,
  blockOf,
  endOf,
  indentOf,
  inlineOf,
  insertLines,
  lineStart,
  nextLine,
  pairOf,
  rangeOf,
  refuseShared,
  scalarLike,
  spliced,
  type Splice,
} from './splice';

/** One field that is to have another value. */
export interface ManifestChange {
  /** Keys down to the field: ['spec', 'monerod', 'args']. */
  readonly path: readonly string[];
  /** What it is to be; undefined takes the field away. */
  readonly value: unknown;
}

/**
 * Changes fields of a manifest and nothing else: comments, order, quotes, indentation and fields that nobody knows stay
 * byte by byte. Fields that say the same already are left alone; new ones are put where the reference has them.
 *
 * @param text - YAML of one object
 * @returns the same text when nothing differs
 * @throws ManifestEditError when that cannot be done to this text
 */
export function editManifest(
  text: string,
  changes: readonly ManifestChange[],
): string {
  readManifest(text);
  return changes.reduce(applyChange, text);
}

function applyChange(text: string, { path, value }: ManifestChange): string {
  const before = readManifest(text);
  if (deepEqual(valueAt(before.value, path), value)) return text;
  const splices =
    value === undefined
      ? removal(text, before, path)
      : assignment(text, before, path, value);
  const edited = splices.reduce(spliced, text);
  check(edited, expected(before.value, path, value), path);
  return edited;
}

/** The text is edited, not the tree: what came of it is read again, and must be what was asked for. */
function check(edited: string, wanted: unknown, path: readonly string[]) {
  const { value } = readManifest(edited);
  if (!deepEqual(value, wanted)) {
    throw new ManifestEditError(
      `${path.join(
        '.',
      )} is written in a way that cannot be changed here. Change it in the repository itself.`,
    );
  }
}

function assignment(
  text: string,
  { document, root, value: whole }: ReadManifest,
  path: readonly string[],
  value: unknown,
): Splice[] {
  const { map, depth } = deepest(root, path);
  const key = path[depth];
  const nested = nest(path.slice(depth + 1), value);
  const pair = pairOf(map, key);
  if (!pair) {
    const at = path.slice(0, depth);
    const place = { at, order: keysInOrder(whole.kind, at) };
    return [addition(text, map, place, { [key]: nested })];
  }

  const node = pair.value;
  refuseShared(document, node, path.slice(0, depth + 1).join('.'));
  if (isSeq(node) && node.items.length > 0 && Array.isArray(nested)) {
    const splices = nested.length > 0 && editList(text, node, nested);
    if (splices) return splices;
  }
  const single = Object(nested) !== nested;
  if (isAlias(node) && single) {
    const [from, to] = rangeOf(node);
    return [{ from, to, text: scalarLike(undefined, nested) }];
  }
  if (isScalar(node) && single && isInline(node.type) && filled(node)) {
    const [from, to] = rangeOf(node);
    return [{ from, to, text: scalarLike(node, nested) }];
  }
  return map.flow
    ? [flowReplacement(pair.key, node, key, nested)]
    : [blockReplacement(text, pair, key, nested)];
}

function removal(
  text: string,
  { document, root }: ReadManifest,
  path: readonly string[],
): Splice[] {
  const { map, depth } = deepest(root, path);
  const pair = pairOf(map, path[depth]);
  if (!pair || depth < path.length - 1) return [];
  // A mapping that would be left empty goes, too; not the object's own parts.
  if (map.items.length === 1 && depth > 1) {
    return removal(text, readManifest(text), path.slice(0, depth));
  }
  refuseShared(document, pair.value, path.join('.'));
  if (map.flow) return [flowRemoval(map, map.items.indexOf(pair))];
  const [from] = rangeOf(pair.key);
  blankBefore(text, from);
  if (map.items.length === 1) {
    return [{ from, to: endOf(pair), text: '{}' }];
  }
  return [
    { from: lineStart(text, from), to: nextLine(text, endOf(pair)), text: '' },
  ];
}

/** The innermost mapping on the way, and how far that is. */
function deepest(
  root: YAMLMap,
  path: readonly string[],
): { map: YAMLMap; depth: number } {
  let map = root;
  for (let depth = 0; depth < path.length - 1; depth++) {
    const value = pairOf(map, path[depth])?.value;
    if (isAlias(value)) {
      throw new ManifestEditError(
        `${path.slice(0, depth + 1).join('.')} is a repetition (*${
          value.source
        }) of another place in the file. Change it in the repository itself.`,
      );
    }
    if (!isMap(value) || value.items.length === 0) return { map, depth };
    map = value;
  }
  return { map, depth: path.length - 1 };
}

/** Puts a pair into a mapping that lacks it, where the reference has its key. */
function addition(
  text: string,
  map: YAMLMap,
  { at, order }: { at: readonly string[]; order: readonly string[] },
  pair: Readonly<Record<string, unknown>>,
): Splice {
  const [key] = Object.keys(pair);
  const before = predecessor(map, order, key);
  if (map.flow) {
    const from = before < 0 ? rangeOf(map)[0] + 1 : endOf(map.items[before]);
    const inline = inlineOf(pair).slice(1, -1);
    return { from, to: from, text: before < 0 ? `${inline}, ` : `, ${inline}` };
  }
  const indent = indentOf(text, map);
  const from =
    before < 0
      ? firstLine(text, map, at)
      : nextLine(text, endOf(map.items[before]));
  return insertLines(text, from, blockOf(pair, indent));
}

/** Comments above the first key belong to that key: what comes first goes above them. */
function firstLine(text: string, map: YAMLMap, at: readonly string[]): number {
  const start = lineStart(text, rangeOf(map.items[0]?.key)[0]);
  if (at.length === 0) return start;
  const lines = text.slice(0, start).split('\n').slice(0, -1);
  let from = start;
  for (const line of lines.reverse()) {
    if (!line.trim().startsWith('#')) break;
    from -= line.length + 1;
  }
  return from;
}

/** The last of the keys there are that the reference has before this one. */
function predecessor(
  map: YAMLMap,
  order: readonly string[],
  key: string,
): number {
  const place = order.indexOf(key);
  if (place < 0) return map.items.length - 1;
  const places = map.items.map(({ key: found }) =>
    order.indexOf(String(isScalar(found) ? found.value : found)),
  );
  return places.reduce(
    (last, found, index) => (found >= 0 && found < place ? index : last),
    -1,
  );
}

function blockReplacement(
  text: string,
  pair: YAMLMap['items'][number],
  key: string,
  value: unknown,
): Splice {
  const [from] = rangeOf(pair.key);
  const indent = blankBefore(text, from);
  const end = endOf(pair);
  const to = text[end - 1] === '\n' ? end - 1 : end;
  const trimmed = text.slice(0, to).trimEnd().length;
  return {
    from: from - indent.length,
    to: Math.max(trimmed, rangeOf(pair.key)[1]) + colonAfter(text, pair),
    text: blockOf({ [key]: value }, indent),
  };
}

/** A key without a value ends before its colon. */
function colonAfter(text: string, pair: YAMLMap['items'][number]): number {
  const [, end] = rangeOf(pair.key);
  return endOf(pair) <= end && text[end] === ':' ? 1 : 0;
}

function flowReplacement(
  keyNode: unknown,
  node: unknown,
  key: string,
  value: unknown,
): Splice {
  const [from, keyEnd] = rangeOf(keyNode);
  const to = isNode(node) ? rangeOf(node)[1] : keyEnd;
  return { from, to, text: inlineOf({ [key]: value }).slice(1, -1) };
}

function flowRemoval(map: YAMLMap, index: number): Splice {
  const { items } = map;
  const [from] = rangeOf(items[index].key);
  if (items.length === 1) return { from, to: endOf(items[0]), text: '' };
  return index === 0
    ? { from, to: rangeOf(items[1].key)[0], text: '' }
    : { from: endOf(items[index - 1]), to: endOf(items[index]), text: '' };
}

function isInline(type: string | undefined): boolean {
  return type === 'PLAIN' || type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
}

/** Whether something is written: "args:" alone holds nothing at no place. */
function filled(node: unknown): boolean {
  const [from, to] = rangeOf(node);
  return to > from;
}

function nest(path: readonly string[], value: unknown): unknown {
  return path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

/** The value at a place; undefined when there is none. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    value,
  );
}

function expected(
  value: unknown,
  [key, ...rest]: readonly string[],
  wanted: unknown,
  depth = 0,
): unknown {
  const record = isRecord(value) ? value : {};
  const { [key]: old, ...others } = record;
  const next = rest.length ? expected(old, rest, wanted, depth + 1) : wanted;
  if (next === undefined) {
    return Object.keys(others).length === 0 && depth > 1 ? undefined : others;
  }
  return { ...record, [key]: next };
}
