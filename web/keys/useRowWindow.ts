import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Rows drawn beyond both edges of the window, so that a wheel's turn shows no gap. */
const BEYOND = 5;
/** The window moves in steps of so many rows: between two steps scrolling draws nothing. */
const STEP = 6;

type Span = { from: number; to: number };
/** The rows that are drawn, and how many pixels the others before and after them would take. */
export type RowSpan = Span & { before: number; after: number };

/**
 * Which of `count` rows, each `height` pixels high, stand in the window: the others are not in the document, so that ten
 * thousand rows weigh no more than fifty. `body` goes on the element that holds them all.
 */
export function useRowWindow<E extends HTMLElement>(count: number, height: number) {
  const body = useRef<E>(null);
  const [span, setSpan] = useState<Span>({ from: 0, to: 30 });
  const look = useCallback(() => {
    if (!body.current) return;
    const { top } = body.current.getBoundingClientRect();
    const from = Math.max(0, Math.floor(-top / height / STEP) * STEP - BEYOND);
    const to = Math.ceil((window.innerHeight - top) / height / STEP) * STEP + BEYOND;
    setSpan((had) => (had.from === from && had.to === to ? had : { from, to }));
  }, [height]);
  useLayoutEffect(look, [look, count]);
  useEffect(() => {
    const options = { passive: true };
    window.addEventListener('scroll', look, options);
    window.addEventListener('resize', look, options);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [look]);
  /** Brings a row into the window, clear of what floats over its edges, and draws it at once. */
  const reveal = useCallback(
    (index: number) => {
      if (!body.current) return;
      const top = body.current.getBoundingClientRect().top + index * height;
      const [first, last] = [ABOVE, window.innerHeight - BELOW - height];
      if (top < first) window.scrollBy({ top: top - first });
      else if (top > last) window.scrollBy({ top: top - last });
      look();
    },
    [height, look],
  );
  /** The rows that can be seen whole, clear of what floats over the edges. */
  const inSight = useCallback((): Span => {
    const top = body.current?.getBoundingClientRect().top ?? 0;
    const from = Math.max(0, Math.ceil((ABOVE - top) / height));
    return { from, to: Math.floor((window.innerHeight - BELOW - top) / height) };
  }, [height]);
  const from = Math.min(span.from, Math.max(0, count - 1));
  const to = Math.min(count, Math.max(span.to, from));
  const shown: RowSpan = { from, to, before: from * height, after: (count - to) * height };
  return { body, shown, reveal, inSight };
}

/** What floats over the page: the bar and a table's head above, the bar of chosen rows below. */
const ABOVE = 96;
const BELOW = 88;
