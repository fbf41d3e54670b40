import { useEffect, useMemo, useState, type RefObject } from 'react';
import { hold, marked, type Known } from './held.ts';
import { onActedHere } from './own.ts';
import { useBusy } from './useBusy.ts';

/** So long after an act of one's own the list may change under the cursor: one has changed it oneself. */
const OWN_MS = 2_500;

type Shown<T> = { readonly view: string; readonly rows: readonly T[]; readonly marks: ReadonlySet<string> };

/**
 * The rows of a list that is kept up to date by the live line. While somebody is at the list (see useBusy) it does not change
 * its order under them: what waits is counted, and `show` lets it in. `view` names what is asked for: another filter or
 * another page of the list is shown at once. `list` holds the bar that says what waits
 * too, so that the way to it is no way out. `atWork`: something in it is being written, wherever the pointer is. `marks` are the rows that came or moved while the list was open.
 */
export function useHeld<T>(
  view: string,
  now: readonly T[] | undefined,
  known: Known<T>,
  list: RefObject<HTMLElement | null>,
  atWork = false,
) {
  const busy = useBusy(list) || atWork;
  const own = useOwnAct();
  const [shown, setShown] = useState<Shown<T> | null>(null);
  const other = shown?.view !== view;
  const show = (): void => {
    if (!now) return;
    const marks = other ? NONE : own ? shown.marks : new Set([...shown.marks, ...marked(shown.rows, now, known)]);
    setShown({ view, rows: now, marks });
  };
  if (now && (other || (shown.rows !== now && (!busy || own)))) show();

  // Compared when either changed, and not with each drawing: a list may have ten thousand rows.
  const held = useMemo(() => hold(shown?.rows ?? [], now ?? [], known), [shown?.rows, now, known]);
  if (!now || !shown || other) return { rows: now ?? [], gone: NONE, waiting: 0, marks: NONE, show };
  return { ...held, marks: shown.marks, show };
}

const NONE: ReadonlySet<string> = new Set();

/** Whether this page has just acted itself. */
function useOwnAct(): boolean {
  const [own, setOwn] = useState(false);
  useEffect(() => {
    let timer: number | undefined;
    const stop = onActedHere(() => {
      setOwn(true);
      clearTimeout(timer);
      timer = window.setTimeout(() => setOwn(false), OWN_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return own;
}
