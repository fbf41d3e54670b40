import { useEffect, useEffectEvent } from 'react';
import type { FormAct } from './fields.ts';
import type { Typed } from './useDraft.ts';

type Asked = { matter: string; kind: FormAct; begin?: Typed | undefined };
const listeners = new Set<(asked: Asked) => void>();

/** Asks whoever shows this matter to open the form of an act, as the palette does; `begin`: what stands in it then. */
export function askForAct(matter: string, kind: FormAct, begin?: Typed): void {
  for (const listener of listeners) listener({ matter, kind, begin });
}

/** Called with the act that is asked for of this matter. */
export function useAskedAct(matter: string, open: (kind: FormAct, begin?: Typed) => void): void {
  const heard = useEffectEvent((asked: Asked) => {
    if (asked.matter === matter) open(asked.kind, asked.begin);
  });
  useEffect(() => {
    const listener = (asked: Asked) => heard(asked);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}
