import { useEffect, useState, type RefObject } from 'react';

/** A finger is over nothing once it is lifted, though the browser says so until the next touch. */
const points = matchMedia('(hover: hover)');

/** Whether somebody is at a part of the page: the pointer is over it, or the focus in it. */
export function useBusy(part: RefObject<HTMLElement | null>): boolean {
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    // Looked at anew with each event, as the part itself comes and goes.
    const look = () => {
      const element = part.current;
      const over = points.matches && element?.matches(':hover');
      setBusy(Boolean(over || element?.contains(document.activeElement)));
    };
    const events = ['pointerover', 'pointerout', 'pointerup', 'focusin', 'focusout', 'scroll'] as const;
    for (const event of events) document.addEventListener(event, look, { passive: true });
    return () => {
      for (const event of events) document.removeEventListener(event, look);
    };
  }, [part]);
  return busy;
}
