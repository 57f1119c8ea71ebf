import { main } from '../main';

/** What a command wrote, and how it ended. */
export interface CliResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command in this process. */
export async function runCli(
  argv: readonly string[],
  options: {
    env?: Record<string, string>;
    stdin?: string;
    signal?: AbortSignal;
  } = {},
): Promise<CliResult> {
  let stdout = '';
  let stderr = '';
  const io = {
    stdin: (async function* chunks() {
      yield options.stdin ?? '';
    })(),
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    env: options.env ?? {},
  };
  const code = await main(argv, io, options.signal);
  return { code, stdout, stderr };
}
