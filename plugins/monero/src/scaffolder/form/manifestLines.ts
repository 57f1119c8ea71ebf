import { isNode, LineCounter, parse, parseDocument } from 'yaml';
import {
  editNodeSet,
  renderManifest,
  validateManifest,
} from '@monero-portal/monero-api';
import { formInputOf, readFormState } from './formState';

/** One line of the manifest as it will be written. */
export interface ManifestLine {
  text: string;
  /** Why the API server would refuse what stands here. */
  refused?: string;
}

/** The manifest that the form writes, line by line, and what is wrong with it. */
export interface ManifestPreview {
  lines: ManifestLine[];
  /** Number of things that have to be put right. */
  problems: number;
}

/** `spec.monerod.args[2]` as the steps down to the place: spec, monerod, args, 2. */
function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(match =>
    match[2] === undefined ? match[1] : Number(match[2]),
  );
}

/** Renders the form as it stands and marks the lines that would be refused. */
export function previewOf(formData: unknown): ManifestPreview {
  return previewOfText(renderManifest(formInputOf(readFormState(formData))));
}

/**
 * The file in Git as it will be with the form put in.
 *
 * @throws ManifestEditError when the file is written so that it cannot be edited
 */
export function previewOfEdit(
  manifest: string,
  formData: unknown,
): ManifestPreview {
  const state = readFormState(formData);
  const edited = editNodeSet(manifest, {
    replicas: state.replicas,
    hardAntiAffinity: state.hardAntiAffinity ?? false,
    diskSize: state.diskSize ?? '',
    image: state.image ?? '',
    args: state.args ?? [],
  });
  return previewOfText(edited, manifest);
}

function previewOfText(text: string, before?: string): ManifestPreview {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const violations = validateManifest(
    document.toJS(),
    before === undefined ? undefined : parse(before),
  );
  const lines: ManifestLine[] = text
    .trimEnd()
    .split('\n')
    .map(line => ({ text: line }));

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
  return { lines, problems: violations.length };
}

/** Whether a value begins on a line of its own, below its key. */
function isBlock(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return text.slice(lineStart, offset).trim() === '';
}
