import { useLayoutEffect, useState, type RefObject } from 'react';

/** How wide an element is, in whole pixels; before it is there, as wide as the window. */
export function useWidth(of: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(window.innerWidth);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return undefined;
    const look = (): void => setWidth(Math.floor(element.getBoundingClientRect().width));
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => watch.disconnect();
  }, [of]);
  return width;
}
