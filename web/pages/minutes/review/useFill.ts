import { useLayoutEffect, type RefObject } from 'react';

/** Tells an element by `--top` where it begins on the page, so that its style can fill the window from there. */
export function useFill(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const measure = () => {
      const here = element.current;
      here?.style.setProperty('--top', `${here.getBoundingClientRect().top + scrollY}px`);
    };
    measure();
    const watch = new ResizeObserver(measure);
    if (element.current?.parentElement) watch.observe(element.current.parentElement);
    return () => watch.disconnect();
  }, [element]);
}
