import { useEffect, useState, type RefObject } from 'react';

/** Rows beyond the edges, so that scrolling shows no gap. */
const OVERSCAN = 10;

/** Rows from `first` to before `last` are to be drawn. */
export interface VisibleRows {
  first: number;
  last: number;
}

/** Which of `count` rows can be seen. Pure. */
export function visibleRows(
  count: number,
  rowHeight: number,
  { top, height }: { top: number; height: number },
): VisibleRows {
  const first = Math.floor(-top / rowHeight) - OVERSCAN;
  const last = Math.ceil((height - top) / rowHeight) + OVERSCAN;
  return {
    first: Math.min(count, Math.max(0, first)),
    last: Math.max(0, Math.min(count, last)),
  };
}

/**
 * Which rows of a list of equally high ones can be seen in the window,
 * whatever element scrolls.
 *
 * @param body - the element that holds the rows
 */
export function useVisibleRows(
  body: RefObject<HTMLElement>,
  count: number,
  rowHeight: number,
): VisibleRows {
  const [rows, setRows] = useState(() =>
    visibleRows(count, rowHeight, { top: 0, height: window.innerHeight }),
  );
  useEffect(() => {
    const look = () => {
      const top = body.current?.getBoundingClientRect().top ?? 0;
      const next = visibleRows(count, rowHeight, {
        top,
        height: window.innerHeight,
      });
      setRows(last =>
        last.first === next.first && last.last === next.last ? last : next,
      );
    };
    look();
    // Scroll events do not bubble: they are caught on the way down.
    const options = { capture: true, passive: true };
    window.addEventListener('scroll', look, options);
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look, options);
      window.removeEventListener('resize', look);
    };
  }, [body, count, rowHeight]);
  return rows;
}
