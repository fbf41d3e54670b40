import { useEffect, useEffectEvent, useRef, useState } from 'react';

/**
 * Whether the calendar of a field stands open. It closes by Escape (and nothing else then does, such as the form around it),
 * by a press anywhere else, and when the focus goes elsewhere. `back` gives the focus back to the field.
 */
export function useOpen(back: () => void) {
  const field = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState<{ focus: boolean } | null>(null);
  const hide = (giveBack: boolean) => {
    setOpen(null);
    if (giveBack) back();
  };
  const escaped = useEffectEvent(() => hide(true));
  const left = useEffectEvent(() => setOpen(null));
  useEffect(() => {
    const here = field.current;
    if (!open || !here) return;
    const stop = new AbortController();
    const { signal } = stop;
    const outside = (to: EventTarget | null) => to instanceof Node && !here.contains(to);
    here.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        escaped();
      },
      { signal },
    );
    document.addEventListener('pointerdown', (event) => outside(event.target) && left(), { signal });
    here.addEventListener('focusout', (event) => outside(event.relatedTarget) && left(), { signal });
    return () => stop.abort();
  }, [open]);
  return { field, open, hide, show: (focus: boolean) => setOpen((was) => (was && !focus ? was : { focus })) };
}
