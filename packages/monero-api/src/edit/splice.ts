import {
  isCollection,
  isNode,
  isPair,
  isScalar,
  stringify,
  visit,
  type Document,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { ManifestEditError } from './ManifestEditError';

/** A piece of text that takes the place of another. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with a piece of it replaced. */
export function spliced(text: string, { from, to, text: by }: Splice): string {
  return text.slice(0, from) + by + text.slice(to);
}

/** Where a node's own text begins and ends, without its anchor, comments or what follows. */
export function rangeOf(node: unknown): [from: number, to: number] {
  if (!isNode(node) || !node.range) {
    throw new ManifestEditError('The file holds something without a place.');
  }
  return [node.range[0], node.range[1]];
}

/** Where the text of a key and its value ends; comments behind it are not part of it. */
export function endOf(item: unknown): number {
  if (isPair(item)) {
    const [, keyEnd] = rangeOf(item.key);
    return isNode(item.value) ? Math.max(keyEnd, endOf(item.value)) : keyEnd;
  }
  if (isCollection(item) && !item.flow && item.items.length > 0) {
    return endOf(item.items[item.items.length - 1]);
  }
  return rangeOf(item)[1];
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the next line begins; the end of the text after the last one. */
export function nextLine(text: string, offset: number): number {
  // A block scalar (| or >) ends with its line.
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** Whole lines put at the beginning of a line, in the file's own line ends. */
export function insertLines(text: string, at: number, lines: string): Splice {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const ended = at === 0 || text[at - 1] === '\n';
  const body = lines.trimEnd().split('\n').join(eol);
  return {
    from: at,
    to: at,
    text: ended ? `${body}${eol}` : `${eol}${body}`,
  };
}

/** Columns that a block mapping's keys stand from the margin. */
export function indentOf(text: string, map: YAMLMap): string {
  const [from] = rangeOf(map.items[0]?.key);
  return blankBefore(text, from);
}

/** What stands before the first thing of a line, which must be nothing but blanks. */
export function blankBefore(text: string, offset: number): string {
  const blank = text.slice(lineStart(text, offset), offset);
  if (blank.trim() !== '') {
    throw new ManifestEditError(
      `Line "${blank.trim()} …" is written in a way that cannot be changed here. Change it in the repository itself.`,
    );
  }
  return blank;
}

/** YAML of a value as lines, each indented. */
export function blockOf(value: unknown, indent: string): string {
  return stringify(value, { lineWidth: 0, indentSeq: true })
    .trimEnd()
    .split('\n')
    .map(line => (line ? indent + line : line))
    .join('\n');
}

/** YAML of a value on one line. */
export function inlineOf(value: unknown): string {
  return stringify(value, {
    lineWidth: 0,
    collectionStyle: 'flow',
    flowCollectionPadding: false,
  }).trim();
}

/** YAML of a single value in the quotes that another one has. */
export function scalarLike(other: unknown, value: unknown): string {
  const type = isScalar(other) ? other.type : undefined;
  return stringify(value, {
    lineWidth: 0,
    defaultStringType:
      typeof value === 'string' &&
      (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE')
        ? type
        : 'PLAIN',
  }).trim();
}

/** Refuses to change what an alias (*name) elsewhere repeats: that would change it there, too. */
export function refuseShared(
  document: Document.Parsed,
  node: unknown,
  path: string,
): void {
  const anchors = new Set<string>();
  const collect = (_: unknown, found: { anchor?: string }) => {
    if (found.anchor) anchors.add(found.anchor);
  };
  if (isNode(node)) visit(node, { Scalar: collect, Collection: collect });
  if (anchors.size === 0) return;
  visit(document, {
    Alias: (_, alias) => {
      if (anchors.has(alias.source)) {
        throw new ManifestEditError(
          `${path} is repeated elsewhere in the file as *${alias.source}: changing it here would change that, too. Change it in the repository itself.`,
        );
      }
    },
  });
}

/** The pair of a key. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find(({ key: found }) =>
    isScalar(found) ? found.value === key : found === key,
  );
}
