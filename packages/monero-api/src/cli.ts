import { readFile } from 'node:fs/promises';
import { parseAllDocuments } from 'yaml';
import { GROUP } from './constants';
import { isRecord } from './isRecord';
import { validateManifest } from './validateManifest';
import { formatViolation } from './violation';

const USAGE = `Usage: monero validate FILE...

Says why an API server would refuse the manifests in YAML or JSON files ("-" reads standard input), one line for
each reason. Objects of other groups are passed over.

Exit code: 0 all are good, 1 some would be refused, 2 a file cannot be read or the command is wrong.
`;

/** Far above any manifest: a larger file is a mistake. */
const MAX_CHARACTERS = 4 * 1024 * 1024;

/** Where the command reads and writes; `process` has this shape. */
export interface CliStreams {
  readonly stdin: AsyncIterable<unknown>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** What came of a file. */
interface FileReport {
  readonly manifests: number;
  readonly problems: readonly string[];
}

/**
 * The command `monero`.
 *
 * @param argv - without the names of node and script
 * @returns the exit code
 */
export async function main(
  argv: readonly string[],
  streams: CliStreams,
): Promise<number> {
  const [command, ...files] = argv;
  if (command === '--help' || command === '-h') {
    streams.stdout.write(USAGE);
    return 0;
  }
  if (command !== 'validate' || files.length === 0) {
    streams.stderr.write(USAGE);
    return 2;
  }
  return validateFiles(files, streams);
}

async function validateFiles(
  files: readonly string[],
  streams: CliStreams,
): Promise<number> {
  let unreadable = 0;
  let manifests = 0;
  let problems = 0;
  for (const file of files) {
    try {
      const report = checkFile(file, await read(file, streams));
      manifests += report.manifests;
      problems += report.problems.length;
      report.problems.forEach(line => streams.stdout.write(`${line}\n`));
    } catch (error) {
      unreadable += 1;
      const reason = error instanceof Error ? error.message : String(error);
      streams.stderr.write(`${file}: ${reason}\n`);
    }
  }
  streams.stderr.write(
    `${count(manifests, 'manifest')} in ${count(files.length, 'file')}, ${
      problems === 0 ? 'no problems' : count(problems, 'problem')
    }.\n`,
  );
  if (unreadable > 0) return 2;
  return problems > 0 ? 1 : 0;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

async function read(file: string, streams: CliStreams): Promise<string> {
  if (file !== '-') return bounded(await readFile(file, 'utf8'));
  let text = '';
  for await (const chunk of streams.stdin) text = bounded(text + String(chunk));
  return text;
}

function bounded(text: string): string {
  if (text.length > MAX_CHARACTERS) {
    throw new Error('The file is larger than 4 MiB, too large for manifests.');
  }
  return text;
}

/** @throws Error when the text is no YAML */
function checkFile(file: string, text: string): FileReport {
  const documents = parseAllDocuments(text);
  if (!Array.isArray(documents)) return { manifests: 0, problems: [] };
  const ours = documents
    .map((document): unknown => {
      if (document.errors.length > 0) throw document.errors[0];
      return document.toJS();
    })
    .filter(isOurs);
  const problems = ours.flatMap(manifest =>
    validateManifest(manifest).map(
      violation =>
        `${file}:${ours.length > 1 ? `${nameOf(manifest)}:` : ''}` +
        `${formatViolation(violation)}`,
    ),
  );
  return { manifests: ours.length, problems };
}

function isOurs(manifest: unknown): boolean {
  return (
    isRecord(manifest) && String(manifest.apiVersion).split('/')[0] === GROUP
  );
}

function nameOf(manifest: unknown): string {
  const metadata = isRecord(manifest) ? manifest.metadata : undefined;
  return isRecord(metadata) ? String(metadata.name) : '?';
}
