import { startTransition, useEffect, useState } from 'react';

/**
 * Calls `then` once what is drawn now has been painted, unless the returned function is called before. A callback that is merely
 * deferred often runs before the browser has painted anything, and whoever pressed waits for both.
 */
export function afterPaint(then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A frame begins; what is asked for in it comes after it was painted.
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(then);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/**
 * A value as it was, until what hangs on the new one at once has been painted; then the new one, drawn without hurry. For what may come
 * a moment behind an answer to a key or a click.
 */
export function useAfterPaint<T>(value: T): T {
  const [painted, setPainted] = useState(() => value);
  useEffect(() => afterPaint(() => startTransition(() => setPainted(() => value))), [value]);
  return painted;
}
