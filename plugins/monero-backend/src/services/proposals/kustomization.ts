import { ConflictError } from '@backstage/errors';
import { isMap, isScalar, isSeq, parseDocument, type YAMLSeq } from 'yaml';

/** Names that kustomize looks for, in its order. */
export const KUSTOMIZATION_NAMES = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
] as const;

/**
 * Puts a file into the `resources` of a kustomization, or leaves the text as
 * it is when it is there. In a sorted list it gets its place, so that two
 * proposals seldom touch the same line. Every other byte stays.
 *
 * @param text - of the kustomization
 * @param file - name of a file in the same folder
 * @throws ConflictError when the text is no kustomization
 */
export function withResource(text: string, file: string): string {
  const { names, list } = read(text);
  if (names.some(name => sameFile(name, file))) return text;
  const at = placeIn(names, file);
  const added = [...names.slice(0, at), file, ...names.slice(at)];
  return checked(list ? insert(text, list, at, file) : append(text, file), {
    ...{ text, names: added },
  });
}

/**
 * Takes a file out of the `resources` of a kustomization. Comments stay, and
 * so does a list that is empty then: kustomize takes it.
 *
 * @throws ConflictError when the text is no kustomization
 */
export function withoutResource(text: string, file: string): string {
  const { names, list } = read(text);
  const at = names.findIndex(name => sameFile(name, file));
  if (at < 0 || !list) return text;
  const left = names.filter((_, index) => index !== at);
  return checked(list.flow ? text : removeLine(text, list, at), {
    ...{ text, names: left },
  });
}

interface Kustomization {
  names: string[];
  /** Undefined where there are no `resources`. */
  list?: YAMLSeq;
}

function read(text: string): Kustomization {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw new ConflictError(`is no YAML: ${error.message}`);
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return { names: [] };
  }
  if (!isMap(contents)) throw new ConflictError('is no kustomization');
  const list = contents.get('resources', true);
  if (list === undefined || (isScalar(list) && list.value === null)) {
    return { names: [] };
  }
  if (!isSeq(list) || !list.items.every(item => isScalar(item))) {
    throw new ConflictError('has resources that are no list of names');
  }
  return { names: list.items.map(item => String(Object(item).value)), list };
}

function sameFile(name: string, file: string): boolean {
  return name.replace(/^(\.\/)+/, '') === file;
}

function placeIn(names: readonly string[], file: string): number {
  const sorted = names.every((name, at) => at === 0 || names[at - 1] <= name);
  const at = names.findIndex(name => name > file);
  return sorted && at >= 0 ? at : names.length;
}

const lineStart = (text: string, at: number) =>
  text.lastIndexOf('\n', at - 1) + 1;

/** Behind the line break, or at the end of a text without one. */
function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found + 1;
}

function rangeOf(list: YAMLSeq, at: number): { start: number; end: number } {
  const [start, end] = Object(list.items[at]).range as [number, number, number];
  return { start, end };
}

function insert(text: string, list: YAMLSeq, at: number, file: string): string {
  if (list.flow || list.items.length === 0) return text;
  const isLast = at === list.items.length;
  const near = rangeOf(list, isLast ? at - 1 : at);
  const start = lineStart(text, near.start);
  const bullet = text.slice(start, near.start);
  const place = isLast ? lineEnd(text, near.end) : start;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text.slice(0, place);
  const broken = before === '' || before.endsWith('\n') ? before : before + eol;
  return `${broken}${bullet}${file}${eol}${text.slice(place)}`;
}

function append(text: string, file: string): string {
  const broken = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${broken}resources:\n  - ${file}\n`;
}

function removeLine(text: string, list: YAMLSeq, at: number): string {
  const { start, end } = rangeOf(list, at);
  const without =
    text.slice(0, lineStart(text, start)) + text.slice(lineEnd(text, end));
  return list.items.length > 1
    ? without
    : without.replace(/^(["']?resources["']?\s*:)/m, '$1 []');
}

/** Where cutting lines does not give that list, the document is written anew. */
function checked(
  result: string,
  wanted: { text: string; names: string[] },
): string {
  try {
    const { names } = read(result);
    if (JSON.stringify(names) === JSON.stringify(wanted.names)) return result;
  } catch {
    // Not YAML any more: the list is written in a way of its own.
  }
  const document = parseDocument(wanted.text);
  document.set('resources', document.createNode(wanted.names));
  return document.toString({ lineWidth: 0 });
}
