import { isNode, LineCounter, parse, parseDocument } from 'yaml';
import { diffArrays } from 'diff';
import {
  editObject,
  renderManifest,
  validateManifest,
  type Violation,
} from '@monero-portal/monero-api';
import { tooLongOf, violationsOf } from './checkForm';
import { editOf } from './editOf';
import { manifestInputOf, readFormState } from './formState';

/** One line of the manifest as it will be written. */
export interface ManifestLine {
  text: string;
  /** Why the API server would refuse what stands here. */
  refused?: string;
  /** What a change does with the line; a removed one is not in the manifest any more. */
  change?: 'added' | 'removed';
}

/** The manifest that the form writes, line by line, and what is wrong with it. */
export interface ManifestPreview {
  lines: ManifestLine[];
  /** Number of things that have to be put right. */
  problems: number;
  /** The manifest itself. */
  text: string;
  /** Whether it differs from what Git has. */
  isChanged: boolean;
}

/** `spec.monerod.args[2]` as the steps down to the place: spec, monerod, args, 2. */
function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(match =>
    match[2] === undefined ? match[1] : Number(match[2]),
  );
}

/** Renders the form as it stands and marks the lines that would be refused. */
export function previewOf(formData: unknown): ManifestPreview {
  const state = readFormState(formData);
  const tooLong = tooLongOf(state);
  if (tooLong) {
    return tooMuch(tooLong);
  }
  const input = manifestInputOf(state);
  const text = renderManifest(input);
  const violations = violationsOf({ input });
  return {
    lines: marked(text, violations),
    problems: violations.length,
    text,
    isChanged: true,
  };
}

/**
 * The file in Git as it will be with the form put in.
 *
 * @param fields - names of the form's fields
 * @throws ManifestEditError when the file is written so that it cannot be edited
 */
export function previewOfEdit(
  manifest: string,
  formData: unknown,
  fields: readonly string[],
): ManifestPreview {
  const state = readFormState(formData);
  const tooLong = tooLongOf(state);
  if (tooLong) {
    return tooMuch(tooLong);
  }
  const text = editObject(manifest, editOf(state, fields));
  const violations = validateManifest(parse(text), parse(manifest));
  return {
    lines: withChanges(manifest, marked(text, violations)),
    problems: violations.length,
    text,
    isChanged: text !== manifest,
  };
}

/** What is shown instead of a manifest that is not worth the time to write. */
function tooMuch(reason: string): ManifestPreview {
  return {
    lines: [{ text: '…', refused: reason }],
    problems: 1,
    text: '',
    isChanged: true,
  };
}

/** The lines after a change, with those that went where they were. */
function withChanges(
  before: string,
  after: readonly ManifestLine[],
): ManifestLine[] {
  let next = 0;
  const texts = after.map(line => line.text);
  return diffArrays(linesOf(before), texts).flatMap(
    ({ value, added, removed }): ManifestLine[] => {
      if (removed) {
        return value.map(text => ({ text, change: 'removed' }));
      }
      const lines = after.slice(next, next + value.length);
      next += value.length;
      return added ? lines.map(line => ({ ...line, change: 'added' })) : lines;
    },
  );
}

function linesOf(text: string): string[] {
  return text.trimEnd().split('\n');
}

function marked(
  text: string,
  violations: readonly Violation[],
): ManifestLine[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lines: ManifestLine[] = linesOf(text).map(line => ({ text: line }));

  const lineOf = (path: string): number => {
    const steps = stepsOf(path);
    // A rule may speak of a field that is not written: its parent is marked.
    for (let length = steps.length; length > 0; length--) {
      const node = document.getIn(steps.slice(0, length), true);
      if (isNode(node) && node.range) {
        const line = counter.linePos(node.range[0]).line - 1;
        return typeof steps[length - 1] === 'number' ||
          !isBlock(text, node.range[0])
          ? line
          : line - 1;
      }
    }
    return 0;
  };

  for (const { path, message } of violations) {
    const line = lines[lineOf(path)] ?? lines[0];
    line.refused = [line.refused, message].filter(Boolean).join(' ');
  }
  return lines;
}

/** Whether a value begins on a line of its own, below its key. */
function isBlock(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return text.slice(lineStart, offset).trim() === '';
}
