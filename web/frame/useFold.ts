import { useLayoutEffect, useRef, useState } from 'react';

/** Whether a heading of these words is longer than its fold, and open: for `LongTitle.module.css`. `turn` opens or folds it. */
export function useFold<Of extends HTMLElement = HTMLHeadingElement>(words: string) {
  const heading = useRef<Of>(null);
  const [long, setLong] = useState(false);
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    const element = heading.current;
    if (!element || open) return;
    const seen = new ResizeObserver(() => setLong(element.scrollHeight > element.clientHeight + 2));
    seen.observe(element);
    return () => seen.disconnect();
  }, [open, words]);
  return { heading, long, open, turn: () => setOpen(!open) };
}
