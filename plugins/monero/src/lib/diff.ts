/** One line of a unified diff. */
export interface DiffLine {
  kind: 'added' | 'removed' | 'same' | 'gap';
  /** Without the sign in front. */
  text: string;
  /** Line number in the old file. */
  before?: number;
  /** Line number in the new file. */
  after?: number;
}

const HUNK = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

/**
 * Reads a unified diff of one file. Headers are left out; a gap stands where
 * lines of the file were skipped.
 */
export function parseDiff(diff: string): DiffLine[] {
  const lines: DiffLine[] = [];
  let before = 0;
  let after = 0;
  let inHunk = false;
  for (const raw of diff.split('\n')) {
    const hunk = HUNK.exec(raw);
    if (hunk) {
      before = Number(hunk[1]);
      after = Number(hunk[2]);
      if (lines.length > 0 || before > 1) {
        lines.push({ kind: 'gap', text: '' });
      }
      inHunk = true;
    } else if (inHunk && raw.startsWith('+')) {
      lines.push({ kind: 'added', text: raw.slice(1), after: after++ });
    } else if (inHunk && raw.startsWith('-')) {
      lines.push({ kind: 'removed', text: raw.slice(1), before: before++ });
    } else if (inHunk && raw.startsWith(' ')) {
      lines.push({
        kind: 'same',
        text: raw.slice(1),
        before: before++,
        after: after++,
      });
    } else if (inHunk && raw.startsWith('diff ')) {
      inHunk = false;
    }
  }
  return lines;
}

/** The whole new file, when the diff adds one; undefined for a change of a file. */
export function addedFileOf(diff: string): string | undefined {
  const lines = parseDiff(diff);
  return lines.length > 0 && lines.every(line => line.kind === 'added')
    ? lines.map(line => line.text).join('\n')
    : undefined;
}
