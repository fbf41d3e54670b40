import { startTransition, useEffect, useState } from 'react';

/**
 * A value as it was, until what hangs on the new one at once has been painted; then the new one, drawn without hurry. For what may come
 * a moment behind an answer to a key or a click: a value that is merely deferred is often drawn before the browser has painted
 * anything, and whoever pressed waits for both.
 */
export function useAfterPaint<T>(value: T): T {
  const [painted, setPainted] = useState(() => value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A frame begins; what is asked for in it comes after it was painted.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(() => value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return painted;
}
