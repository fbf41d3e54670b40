const GAP = 4;

/**
 * Shows a popover by its anchor: below where there is room, else above; never beyond the window. On a phone the style sheet
 * puts it at the foot. Follows while the page scrolls, and leaves the focus in the field when pressed; returns how to stop.
 */
export function placeBy(sheet: HTMLElement, anchor: HTMLElement): () => void {
  sheet.showPopover();
  const place = () => {
    const by = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = sheet;
    const below = by.bottom + GAP + height <= innerHeight || by.top - GAP - height < 0;
    sheet.style.setProperty('--top', `${below ? by.bottom + GAP : by.top - GAP - height}px`);
    sheet.style.setProperty('--left', `${Math.max(GAP, Math.min(by.left, innerWidth - width - GAP * 2))}px`);
  };
  place();
  const follow = new ResizeObserver(place);
  follow.observe(sheet);
  const stop = new AbortController();
  const { signal } = stop;
  addEventListener('scroll', place, { capture: true, passive: true, signal });
  addEventListener('resize', place, { signal });
  sheet.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  return () => {
    follow.disconnect();
    stop.abort();
  };
}
