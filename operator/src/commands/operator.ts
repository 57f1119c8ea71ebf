import { jsonLogger } from '../machinery/Logger';
import { OPERATOR_HELP, parseOperatorOptions } from '../options';
import { runOperator } from '../runOperator';

/** Makes the cluster what custom resources say until the signal fires. */
export async function operator(
  argv: string[],
  signal: AbortSignal,
): Promise<void> {
  if (argv.includes('--help')) {
    process.stdout.write(OPERATOR_HELP);
    return;
  }
  const options = parseOperatorOptions(argv);
  await runOperator(options, { logger: jsonLogger(), signal });
}
