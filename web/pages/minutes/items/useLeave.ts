import { useEffect, useEffectEvent, useRef } from 'react';

/** Tells when a field is left: by Escape (`byKey`), or because the focus went elsewhere on the page. */
export function useLeave(open: boolean, left: (byKey: boolean) => void) {
  const field = useRef<HTMLSpanElement>(null);
  const leave = useEffectEvent(left);
  useEffect(() => {
    const here = field.current;
    if (!open || !here) return;
    const stop = new AbortController();
    here.addEventListener('keydown', (event) => event.key === 'Escape' && leave(true), { signal: stop.signal });
    here.addEventListener(
      'focusout',
      ({ relatedTarget }) => relatedTarget instanceof Node && !here.contains(relatedTarget) && leave(false),
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, [open]);
  return field;
}
