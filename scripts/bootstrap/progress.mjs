// @ts-check
/** Progress of long steps on standard error, one line each, with elapsed time. */

const interactive = Boolean(process.stderr.isTTY) && !process.env.CI;

/** `75_000` becomes `1 min 15 s`. @param {number} ms */
export function formatElapsed(ms) {
  const seconds = Math.round(ms / 1000);
  return seconds < 60
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Runs one long step and shows that it is alive: a running clock on a terminal,
 * a line every 30 s elsewhere.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = Date.now();
  const elapsed = () => formatElapsed(Date.now() - start);
  const show = () =>
    process.stderr.write(
      interactive
        ? `\r  … ${title} (${elapsed()}) `
        : `  … ${title} (${elapsed()})\n`,
    );
  if (interactive) show();
  else process.stderr.write(`  … ${title}\n`);
  const timer = setInterval(show, interactive ? 1000 : 30_000);
  const finish = (/** @type {string} */ mark) => {
    clearInterval(timer);
    process.stderr.write(
      `${interactive ? '\r' : ''}  ${mark} ${title} (${elapsed()})      \n`,
    );
  };
  try {
    const result = await work();
    finish('✓');
    return result;
  } catch (error) {
    finish('✗');
    throw error;
  }
}

/** A failure that the user can act on: printed without a stack trace. */
export class BootstrapError extends Error {}
