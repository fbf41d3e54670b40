import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { pagesOf } from './pagesOf.ts';

/** Long enough to read a page aloud. */
const TURN_EVERY_MS = 20_000;

type Turning = {
  /** The element whose content is turned. */
  sheet: RefObject<HTMLDivElement | null>;
  /** Which page is shown, from 1 on, of how many. */
  page: number;
  pages: number;
  held: boolean;
  /** Stops the turning, or lets it go on. */
  hold: () => void;
};

/** Columns that do not fit stand to the right of the sheet: shows them page by page, at once; begins again after the last. */
export function useTurning(ready: boolean): Turning {
  const sheet = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState(1);
  const [page, setPage] = useState(1);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const element = sheet.current;
    if (!ready || !element) return;
    const count = () => setPages(pagesOf(element.scrollWidth, element.clientWidth, gapOf(element)));
    const sizes = new ResizeObserver(count);
    sizes.observe(element);
    for (const child of element.children) sizes.observe(child);
    return () => sizes.disconnect();
  }, [ready]);
  useEffect(() => {
    if (held || pages < 2) return;
    const timer = setInterval(() => setPage((before) => (before % pages) + 1), TURN_EVERY_MS);
    return () => clearInterval(timer);
  }, [held, pages]);
  const shown = Math.min(page, pages);
  useEffect(() => {
    const element = sheet.current;
    if (element) element.scrollLeft = (shown - 1) * strideOf(element);
  }, [shown, pages]);
  return { sheet, page: shown, pages, held, hold: useCallback(() => setHeld((before) => !before), []) };
}

const gapOf = (sheet: HTMLElement): number => parseFloat(getComputedStyle(sheet).columnGap) || 0;

/** From the first column of a page to the first of the next. */
const strideOf = (sheet: HTMLElement): number => sheet.clientWidth + gapOf(sheet);
