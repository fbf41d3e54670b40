import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react';
import { anchorOf, type Link, type Side } from './link.ts';

const other = { source: 'draft', draft: 'source' } as const;

/**
 * Which item is pointed at and, on a phone, which side shows. What is under the pointer or holds the focus anywhere on the
 * desk is pointed at, by the `data-item` around it; the other side scrolls it into view.
 */
export function useLinked(desk: RefObject<HTMLElement | null>) {
  const [active, setActive] = useState<string | null>(null);
  const [shown, show] = useState<Side>('draft');

  useEffect(() => {
    const here = desk.current;
    if (!here) return;
    const stop = new AbortController();
    let last: string | null = null;
    const follow = ({ target }: Event) => {
      const at = target instanceof Element ? target.closest<HTMLElement>('[data-item]') : null;
      const id = at?.dataset['item'] ?? null;
      if (id === last) return;
      last = id;
      setActive(id);
      const side = at?.closest<HTMLElement>('[data-side]')?.dataset['side'] as Side | undefined;
      if (id && side) anchorOf(id, other[side])?.scrollIntoView({ block: 'nearest' });
    };
    for (const event of ['pointerover', 'focusin']) here.addEventListener(event, follow, { signal: stop.signal });
    here.addEventListener('pointerleave', () => setActive((last = null)), { signal: stop.signal });
    return () => stop.abort();
  }, [desk]);

  const jump = useCallback((id: string, from: Side) => {
    setActive(id);
    show(other[from]);
    requestAnimationFrame(() => {
      const there = anchorOf(id, other[from]);
      there?.scrollIntoView({ block: 'center' });
      there?.querySelector<HTMLElement>('button, textarea')?.focus({ preventScroll: true });
    });
  }, []);
  const link = useMemo<Link>(() => ({ active, jump }), [active, jump]);
  return { link, shown, show };
}
