import type { Page } from 'playwright-core';

const TIMEOUT_MS = 60_000;

/** What pages have to say. */
export interface Sayings {
  /** What all of them say first, before they know anything of their object. */
  frame: RegExp;
  /** By the last part of the address: what tells how the object is. */
  content: Readonly<Record<string, RegExp>>;
}

/** Milliseconds from the navigation to the frame in which it was painted. */
export interface PaintTimes {
  frame: number;
  content: number;
}

/** Prepares a browser's page for {@link measurePaint}. */
export async function watchPaint(page: Page, sayings: Sayings): Promise<void> {
  // The compiler names functions by a helper that pages do not have.
  await page.addInitScript('globalThis.__name ??= each => each');
  await page.addInitScript(watch, {
    frame: sayings.frame.source,
    content: Object.fromEntries(
      Object.entries(sayings.content).map(([tab, says]) => [tab, says.source]),
    ),
  });
}

/** Opens an address afresh, as a reader does who follows a link to it. */
export async function measurePaint(
  page: Page,
  url: string,
): Promise<PaintTimes> {
  // Nothing of the page before runs on.
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(
    () => {
      const { paintedAt } = window as unknown as Watched;
      return paintedAt?.frame && paintedAt.content ? paintedAt : undefined;
    },
    undefined,
    { timeout: TIMEOUT_MS },
  );
  const { frame = NaN, content = NaN } = (await handle.jsonValue()) ?? {};
  return { frame, content };
}

interface Watched {
  paintedAt?: Partial<PaintTimes>;
}

/** Runs in the page, before anything of its own. */
function watch(sources: {
  frame: string;
  content: Record<string, string>;
}): void {
  const content = sources.content[location.pathname.split('/').pop() ?? ''];
  if (!content) return;
  const paintedAt: Partial<PaintTimes> = {};
  (window as unknown as Watched).paintedAt = paintedAt;
  const awaited = new Map([
    ['frame' as const, new RegExp(sources.frame)],
    ['content' as const, new RegExp(content)],
  ]);
  const look = () => {
    const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const [what, pattern] of awaited) {
        if (pattern.test(texts.currentNode.nodeValue ?? '')) {
          awaited.delete(what);
          // A message that is sent in a frame arrives after its paint.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            paintedAt[what] = performance.now();
          };
          port2.postMessage(undefined);
        }
      }
    }
    if (awaited.size > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
