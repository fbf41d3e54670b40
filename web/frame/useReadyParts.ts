import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from './useAfterPaint.ts';

/**
 * How many of so many heavy parts may be drawn by now: none with the first paint, then `step` more after each paint. Between two steps
 * the browser answers keys and clicks, which one long drawing would keep waiting.
 */
export function useReadyParts(all: number, step: number): number {
  const [ready, setReady] = useState(0);
  useEffect(
    () => (ready < all ? afterPaint(() => startTransition(() => setReady(ready + step))) : undefined),
    [ready, all, step],
  );
  return ready;
}
