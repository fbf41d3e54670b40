import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RowTops } from './rowTops.ts';

/** Rows drawn beyond both edges of the window, so that a wheel's turn shows no gap. */
const BEYOND = 5;
/** The window moves in steps of so many rows: between two steps scrolling draws nothing. */
const STEP = 6;

/** Which rows are drawn, and what can be asked of all of them. */
export type RowWindow = ReturnType<typeof useRowWindow>;
type Span = { from: number; to: number };
/** The rows that are drawn, and how many pixels the others before and after them would take. */
export type RowSpan = Span & { before: number; after: number };

/**
 * Which of the rows that begin at `tops` stand in the window: the others are not in the document, so that ten thousand rows
 * weigh no more than fifty. `body` goes on the element that holds them all.
 */
export function useRowWindow<E extends HTMLElement>(tops: RowTops) {
  const body = useRef<E>(null);
  const [span, setSpan] = useState<Span>({ from: 0, to: 30 });
  const look = useCallback(() => {
    if (!body.current) return;
    const { top } = body.current.getBoundingClientRect();
    const from = Math.max(0, Math.floor(tops.at(-top) / STEP) * STEP - BEYOND);
    const to = Math.ceil((tops.at(window.innerHeight - top) + 1) / STEP) * STEP + BEYOND;
    setSpan((had) => (had.from === from && had.to === to ? had : { from, to }));
  }, [tops]);
  useLayoutEffect(look, [look]);
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
      const list = body.current.getBoundingClientRect().top;
      const [top, end] = [list + tops.top(index), list + tops.top(index + 1)];
      if (top < ABOVE) window.scrollBy({ top: top - ABOVE });
      else if (end > window.innerHeight - BELOW) window.scrollBy({ top: end - window.innerHeight + BELOW });
      look();
    },
    [tops, look],
  );
  /** The rows that can be seen whole, clear of what floats over the edges. */
  const inSight = useCallback((): Span => {
    const top = body.current?.getBoundingClientRect().top ?? 0;
    const first = tops.at(ABOVE - top);
    const from = tops.top(first) < ABOVE - top ? first + 1 : first;
    return { from, to: tops.at(window.innerHeight - BELOW - top) };
  }, [tops]);
  /** How far below the window's top a row begins, in pixels. */
  const topOf = useCallback(
    (index: number): number => (body.current?.getBoundingClientRect().top ?? 0) + tops.top(index),
    [tops],
  );
  /** Scrolls until a row begins so far below the window's top, and draws what is in sight there at once. */
  const stand = useCallback(
    (index: number, top: number) => {
      window.scrollBy({ top: topOf(index) - top });
      look();
    },
    [topOf, look],
  );
  const { count } = tops;
  const from = Math.min(span.from, Math.max(0, count - 1));
  const to = Math.min(count, Math.max(span.to, from));
  const shown = useMemo(
    (): RowSpan => ({ from, to, before: tops.top(from), after: tops.top(count) - tops.top(to) }),
    [from, to, count, tops],
  );
  return { body, shown, reveal, inSight, topOf, stand };
}

/** What floats over the page: the bar and a table's head above, the bar of chosen rows below. */
const ABOVE = 96;
const BELOW = 88;
