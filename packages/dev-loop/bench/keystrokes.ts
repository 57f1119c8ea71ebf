import type { Locator, Page } from 'playwright-core';

/** Times of keystrokes in milliseconds. */
export interface Keystrokes {
  p50: number;
  p95: number;
  max: number;
  count: number;
}

const COUNT = 200;
/** The first few load code. */
const WARM_UP = 20;

/**
 * Types digits into a field and takes them back, and measures each from the
 * event's own time to the frame after which the page shows its effect.
 *
 * @param freshAt - what stands in the manifest before the field's text; without
 *   it the frame after the event counts
 */
export async function measureKeystrokes(
  page: Page,
  { field, freshAt }: { field: Locator; freshAt?: string },
): Promise<Keystrokes> {
  // The compiler names functions by a helper that pages do not have.
  await page.evaluate('globalThis.__name ??= each => each');
  await page.evaluate(watch, freshAt);
  await field.focus();
  await page.keyboard.press('Home');
  const times: number[] = [];
  for (let index = 0; index < WARM_UP + COUNT; index += 1) {
    // One in front, and away again: both are sizes.
    await page.keyboard.press(index % 2 === 0 ? '1' : 'Backspace');
    const handle = await page.waitForFunction(done => {
      const { lags } = window as unknown as { lags: number[] };
      return lags.length > done ? lags : undefined;
    }, index);
    const lags = (await handle.jsonValue()) ?? [];
    if (index >= WARM_UP) times.push(lags[index]);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))];
  return {
    p50: at(0.5),
    p95: at(0.95),
    max: times[times.length - 1],
    count: times.length,
  };
}

/** Runs in the page. */
function watch(freshAt: string | undefined): void {
  const page = window as unknown as {
    lags: number[];
    onKeystroke?: (event: Event) => void;
  };
  page.lags = [];
  if (page.onKeystroke) {
    document.removeEventListener('input', page.onKeystroke, true);
  }
  const isFresh = (typed: string) =>
    freshAt === undefined ||
    document
      .querySelector('[role="region"][aria-label="Manifest"]')
      ?.textContent?.includes(`${freshAt}${typed}`) === true;
  page.onKeystroke = event => {
    const typed = (event.target as HTMLInputElement).value;
    const look = () =>
      requestAnimationFrame(() => {
        if (!isFresh(typed)) {
          look();
          return;
        }
        // A message that is sent in a frame arrives after its paint.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () =>
          page.lags.push(performance.now() - event.timeStamp);
        port2.postMessage(undefined);
      });
    look();
  };
  document.addEventListener('input', page.onKeystroke, true);
}
