import { useEffect, useEffectEvent } from 'react';
import type { FormAct } from './fields.ts';
import type { Typed } from './useDraft.ts';

type Asked = { matter: string; kind: FormAct; begin?: Typed | undefined };
/** Says whether it shows that matter, and has opened the form. */
const listeners = new Set<(asked: Asked) => boolean>();
/** Asked of a matter that nobody shows yet: whoever shows it next opens the form. */
let kept: Asked | null = null;

/**
 * Asks whoever shows this matter to open the form of an act, as the palette does; `begin`: what stands in it then. Where nobody does
 * yet, it waits for the page that is being gone to.
 */
export function askForAct(matter: string, kind: FormAct, begin?: Typed): void {
  const asked = { matter, kind, begin };
  const heard = [...listeners].map((listener) => listener(asked));
  kept = heard.includes(true) ? null : asked;
}

/** Called with the act that is asked for of this matter. */
export function useAskedAct(matter: string, open: (kind: FormAct, begin?: Typed) => void): void {
  const heard = useEffectEvent((asked: Asked): boolean => {
    if (asked.matter !== matter) return false;
    open(asked.kind, asked.begin);
    return true;
  });
  useEffect(() => {
    const listener = (asked: Asked) => heard(asked);
    if (kept && listener(kept)) kept = null;
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, [matter]);
}
