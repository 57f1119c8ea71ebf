import { MAX_METRICS_PER_FAMILY, type Metric } from './families';

/** Bounds that no honest exporter comes near. */
const MAX_LINES = 20_000;
const MAX_LINE_LENGTH = 4_096;
const MAX_LABELS = 16;

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*/;
const LABEL = /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*=\s*"((?:[^"\\]|\\.)*)"\s*(,|\})/y;
const ESCAPES: Record<string, string> = {
  '\\n': '\n',
  '\\"': '"',
  '\\\\': '\\',
};

/**
 * Reads the wanted families from OpenMetrics or Prometheus text. Lines that
 * are malformed, too long or too many are left out, as are NaN and infinite
 * values: what cannot be read is unknown.
 *
 * @param text - the body of a scrape, already bounded in size
 * @param wanted - names of families; nothing else is kept
 */
export function parseMetrics(
  text: string,
  wanted: ReadonlySet<string>,
): Map<string, Metric[]> {
  const families = new Map<string, Metric[]>();
  let lines = 0;
  for (let start = 0; start < text.length && lines < MAX_LINES; lines++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end - start <= MAX_LINE_LENGTH && text[start] !== '#') {
      addLine(text.slice(start, end), wanted, families);
    }
    start = end + 1;
  }
  return families;
}

function addLine(
  line: string,
  wanted: ReadonlySet<string>,
  families: Map<string, Metric[]>,
): void {
  const name = NAME.exec(line)?.[0];
  if (!name || !wanted.has(name)) {
    return;
  }
  const metric = parseRest(line.slice(name.length));
  const family = families.get(name) ?? [];
  if (metric && family.length < MAX_METRICS_PER_FAMILY) {
    family.push(metric);
    families.set(name, family);
  }
}

/** Parses `{label="value"} 12.5 [timestamp] [# exemplar]`. */
function parseRest(rest: string): Metric | undefined {
  const labelled = rest.startsWith('{');
  const parsed = labelled ? parseLabels(rest) : { labels: {}, end: 0 };
  if (!parsed) {
    return undefined;
  }
  const tail = rest.slice(parsed.end);
  const separated = labelled || /^\s/.test(tail);
  const token = tail.trim().split(/\s+/)[0];
  const value = token ? Number(token) : NaN;
  return separated && Number.isFinite(value)
    ? { labels: parsed.labels, value }
    : undefined;
}

function parseLabels(
  rest: string,
): { labels: Record<string, string>; end: number } | undefined {
  const empty = /^\{\s*\}/.exec(rest);
  if (empty) {
    return { labels: {}, end: empty[0].length };
  }
  const labels: [string, string][] = [];
  LABEL.lastIndex = 1;
  for (;;) {
    const match = LABEL.exec(rest);
    if (!match || labels.length >= MAX_LABELS) {
      return undefined;
    }
    const end = match.index + match[0].length;
    labels.push([
      match[1],
      detached(match[2].replace(/\\[n"\\]/g, escape => ESCAPES[escape])),
    ]);
    if (match[3] === '}') {
      return { labels: Object.fromEntries(labels), end };
    }
    // `{a="1",}` ends after a comma, too.
    if (/^\s*\}/.test(rest.slice(end))) {
      return {
        labels: Object.fromEntries(labels),
        end: rest.indexOf('}', end) + 1,
      };
    }
    LABEL.lastIndex = end;
  }
}

/** A copy: V8 makes a part of a text hold on to the whole text, here to a scrape for every hash. */
function detached(part: string): string {
  return Buffer.from(part, 'utf8').toString('utf8');
}
