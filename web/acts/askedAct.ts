import { useEffect, useEffectEvent } from 'react';
import type { FormAct } from './fields.ts';

type Asked = { matter: string; kind: FormAct };
const listeners = new Set<(asked: Asked) => void>();

/** Asks whoever shows this matter to open the form of an act, as the palette does. */
export function askForAct(matter: string, kind: FormAct): void {
  for (const listener of listeners) listener({ matter, kind });
}

/** Called with the act that is asked for of this matter. */
export function useAskedAct(matter: string, open: (kind: FormAct) => void): void {
  const heard = useEffectEvent((asked: Asked) => {
    if (asked.matter === matter) open(asked.kind);
  });
  useEffect(() => {
    const listener = (asked: Asked) => heard(asked);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}
