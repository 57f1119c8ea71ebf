import { Logger } from '../machinery/Logger';

/** A logger that keeps its lines to itself. */
export function silentLogger(): Logger & { lines: string[] } {
  const lines: string[] = [];
  const log = (message: string) => lines.push(message);
  return { lines, info: log, warn: log, error: log };
}
