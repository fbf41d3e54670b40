import { useEffect, useRef } from 'react';

/** How often a page that is seen asks anew; two looks at once are of no use to anybody. */
const EVERY_MS = 8000;

/** Looks again and again while the page is seen, and at once when it is seen again or the line is back. Not `on`: not at all. */
export function useLooking(on: boolean, look: (signal: AbortSignal) => Promise<void>): void {
  const newest = useRef(look);
  useEffect(() => void (newest.current = look));
  useEffect(() => {
    if (!on) return undefined;
    const leaving = new AbortController();
    let busy = false;
    const once = async (): Promise<void> => {
      if (busy || document.hidden) return;
      busy = true;
      // What went wrong is told by what is done on purpose; the next look comes by itself.
      await newest.current(leaving.signal).catch(() => undefined);
      busy = false;
    };
    const heard = (): void => void once();
    const timer = setInterval(heard, EVERY_MS);
    addEventListener('online', heard);
    document.addEventListener('visibilitychange', heard);
    return () => {
      leaving.abort();
      clearInterval(timer);
      removeEventListener('online', heard);
      document.removeEventListener('visibilitychange', heard);
    };
  }, [on]);
}
