import { runExporter } from 'monerod-exporter';

/** Serves metrics and readiness of one monerod or xmrig until the signal fires. */
export function exporter(argv: string[], signal: AbortSignal): Promise<void> {
  return runExporter(argv, {
    env: process.env,
    signal,
    print: line => process.stdout.write(`${line.trimEnd()}\n`),
  });
}
