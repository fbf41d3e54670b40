import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useHotkey } from './useHotkey.ts';

type Rows = {
  /** The rows in their order, those that are not drawn too. */
  ids: readonly string[];
  reveal: (index: number) => void;
  inSight: () => { from: number; to: number };
  onToggle: (id: string) => void;
  /** Chooses both ends and all between. */
  onRange: (from: string, to: string) => void;
};

/**
 * j and k walk through a list of which only a part is drawn; x chooses a row, with Shift the walk takes the rows along.
 * Enter opens, because the focus is on the row itself: the element with `data-row`. After the list was scrolled away from
 * where the keys stood, the walk goes on from what is in sight.
 */
export function useListKeys({ ids, reveal, inSight, onToggle, onRange }: Rows) {
  const [active, setActive] = useState<string | null>(null);
  // The row that the keys went to takes the focus as soon as it is drawn, and again where the list was laid anew under it, as a table
  // becomes lines beside an open matter: the element that had the focus is gone then, and nothing has it.
  const pending = useRef<string | null>(null);
  const held = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const lost = held.current?.isConnected === false && document.activeElement === document.body;
    const id = pending.current ?? (lost ? active : null);
    if (id === null) return;
    const row = document.querySelector<HTMLElement>(`main [data-row="${CSS.escape(id)}"]`);
    if (!row) return;
    pending.current = null;
    held.current = row;
    row.focus({ preventScroll: true });
  });
  const go = (id: string) => {
    pending.current = id;
    setActive(id);
    reveal(ids.indexOf(id));
  };
  const step = (by: 1 | -1, along: boolean) => {
    const here = active === null ? -1 : ids.indexOf(active);
    const sight = inSight();
    const near = here >= sight.from - 1 && here <= sight.to + 1;
    const next = ids[Math.min(ids.length - 1, Math.max(0, near ? here + by : sight.from))];
    if (next === undefined) return;
    if (along && near && active !== null) onRange(active, next);
    go(next);
  };
  useHotkey('j', () => step(1, false));
  useHotkey('k', () => step(-1, false));
  useHotkey('J', () => step(1, true));
  useHotkey('K', () => step(-1, true));
  useHotkey('x', () => active !== null && onToggle(active));

  const focused = useEffectEvent((event: FocusEvent) => {
    const row = event.target instanceof HTMLElement && event.target.closest('[data-line]');
    const id = row && row.querySelector<HTMLElement>('[data-row]')?.dataset['row'];
    if (id) setActive(id);
  });
  useEffect(() => {
    document.addEventListener('focusin', focused);
    return () => document.removeEventListener('focusin', focused);
  }, []);
  return { active, go };
}
