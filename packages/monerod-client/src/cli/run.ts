import { EXIT } from './exitCodes';
import { main } from './main';

/**
 * Runs the command in a process of its own: Ctrl-C ends it in order, a second
 * one at once, and a closed pipe (`| head`) quietly.
 */
export async function run(process: NodeJS.Process): Promise<void> {
  const ending = new AbortController();
  const end = () => {
    if (ending.signal.aborted) {
      process.exit(EXIT.interrupted);
    }
    ending.abort();
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.bug);
  });
  process.exitCode = await main(process.argv.slice(2), process, ending.signal);
  process.off('SIGINT', end);
  process.off('SIGTERM', end);
}
